clusters-none = 군집이 없다. { COUNTED($count, $actor) } 가운데 연결이 있는 곳이 없다.
clusters-count = { COUNTED($institutions, $actor) }은(는) 둘 이상으로 된 군집 { $count }개를 이룬다.
clusters-count-and-singletons = { COUNTED($institutions, $actor) }은(는) 둘 이상으로 된 군집 { $count }개를 이룬다(군집이 없는 { COUNTED($singletons, $actor) }).
clusters-count-given = 입력은 { COUNTED($institutions, $actor) }을(를) 둘 이상으로 된 군집 { $count }개로 나눈다{ $singletons ->
    [0] .
   *[other] (홀로 있는 { COUNTED($singletons, $actor) }).
}
clusters-largest = 가장 큰 군집에는 { COUNTED($count, $actor) }이(가) 있다: { $names }.
clusters-largest-several = 가장 큰 군집 { $clusters }개는 각각 { PIECES($count, $actor) }(이)다.
clusters-name = “{ $name }”
clusters-names = 군집의 대표 { NOUN($actor) }: { $names }.
clusters-method = { $method ->
    [louvain] 루뱅 알고리즘(Blondel 외 2008)
   *[leiden] 라이덴 알고리즘(Traag 외 2019)
}: { $objective ->
    [modularity] 모듈성
   *[cpm] CPM
}{ $normalization ->
    [unweighted] , 모든 연결을 1로
    [association-strength] , 연관 강도
   *[none] { "" }
}, 해상도 { $resolution }, { $starts }번 중 최선, 시드 { $seed }, 품질 { $quality }.
clusters-few-ties = { COUNTED($count, $actor) }뿐이어서 연결 하나로도 군집이 달라질 수 있다.
clusters-few = { COUNTED($count, $actor) }뿐이어서 { NOUN($kind) } 하나로도 군집이 달라질 수 있다.
clusters-are-components = 군집은 연결 요소와 같다. 더 잘게 나뉘지 않았다.
clusters-cluster = 군집
clusters-internal-ties = 내부 연결
clusters-together = 함께 묶인 비율
clusters-caption = 군집
clusters-stable = { $runs }번 모두 같은 군집이 나온다.
clusters-partly-stable = { $runs }번 실행에서 늘 똑같이 나오는 군집은 { $count }개 중 { $stable }개다.
clusters-unstable = { $runs }번 실행에서 늘 똑같이 나오는 군집은 { $count }개 중 { $stable }개다. 가장 불안정한 { NOUN($actor) }은(는) { $names }(자기 군집과 함께 묶인 비율 { $share }).
clusters-same-cluster = 같은 군집에 든 비율
clusters-unstable-caption = 실행마다 군집이 갈리는 { NOUN($partner) }
clusters-leiden = 라이덴
clusters-louvain = 루뱅
clusters-infomap = 인포맵
clusters-label-propagation = 라벨 전파
clusters-sbm = 블록 모형
clusters-given = 입력에 적힌 군집
clusters-given-label = 입력의 이름
clusters-sbm-meaning = 군집은 각자의 연결 수를 고려할 때 모든 군집과 비슷하게 연결된 { NOUN($actor) }의 묶음이다. 서로 연결되지 않아도 된다. 누가 누구와 연결되었는지를 가장 짧게 적을 수 있는 군집을 찾는다(차수 보정 확률 블록 모형).
clusters-given-meaning = 군집은 입력에 적힌 것이며 따로 찾지 않았다. 군집이 적히지 않은 { NOUN($actor) }은(는) 홀로 있다.
clusters-method-given = 입력에 적힌 군집의 모듈성{ $normalization ->
    [unweighted] (모든 연결을 1로)
    [association-strength] (연관 강도)
   *[none] { "" }
}: { $quality }.
clusters-leiden-meaning = 라이덴은 구성 { NOUN($actor) }끼리의 가중치가 총 연결 강도로 본 우연의 값보다 크도록 묶음을 찾으며, 묶음 안은 서로 이어져 있다.
clusters-louvain-meaning = 루뱅은 구성 { NOUN($actor) }끼리의 가중치가 총 연결 강도로 본 우연의 값보다 크도록 묶음을 찾는다. 라이덴과 달리 서로 이어지지 않은 부분으로 나뉘어 있을 수 있다.
clusters-infomap-meaning = 군집은 가중치에 따라 연결을 무작위로 옮겨 다닐 때 오래 머무는 곳이다. 그 이동을 가장 짧게 적을 수 있는 군집을 찾는다(인포맵, 두 단계).
clusters-label-propagation-meaning = 군집은 이웃에서 이웃으로 퍼진 묶음이다. 구성 { NOUN($actor) }의 연결 가중치는 자기 군집에 가장 많거나 가장 많은 곳과 같다(라벨 전파). 최적화하는 값이 없어 실행마다 더 달라진다.
clusters-method-simple = { $method ->
    [infomap] 인포맵(Rosvall, Bergstrom 2008), 지도 방정식
    [sbm] 차수 보정 확률 블록 모형(Karrer, Newman 2011, 서술은 Peixoto 2017)
   *[label-propagation] 라벨 전파(Raghavan 외 2007)
}{ $normalization ->
    [unweighted] , 모든 연결을 1로
    [association-strength] , 연관 강도
   *[none] { "" }
}, { $starts }번 중 최선, 시드 { $seed }, { $method ->
    [infomap] 한 걸음에 { $quality }비트.
    [sbm] { $quality }비트.
   *[label-propagation] 모듈성 { $quality }.
}
clusters-agreement = 다른 방법과 이 군집의 일치도(1이면 같다. 연결이 없는 { NOUN($actor) }은(는) 뺐다): { $methods }.
clusters-agreement-of = { $method } 군집 { $count }개(NMI { $nmi }, ARI { $ari })
clusters-method-column = 방법
clusters-number = 군집 수
clusters-modularity = 모듈성
clusters-nmi = NMI
clusters-ari = ARI
clusters-agreement-caption = 다른 방법과의 일치도
