clusters-none = 군집이 없다. { COUNTED($count, $actor) } 가운데 연결이 있는 곳이 없다.
clusters-count = { COUNTED($institutions, $actor) }은(는) 둘 이상으로 된 군집 { $count }개를 이룬다.
clusters-count-and-singletons = { COUNTED($institutions, $actor) }은(는) 둘 이상으로 된 군집 { $count }개를 이룬다(군집이 없는 { COUNTED($singletons, $actor) }).
clusters-largest = 가장 큰 군집에는 { COUNTED($count, $actor) }이(가) 있다: { $names }.
clusters-largest-several = 가장 큰 군집 { $clusters }개는 각각 { PIECES($count, $actor) }(이)다.
clusters-name = “{ $name }”
clusters-names = 군집의 대표 { NOUN($actor) }: { $names }.
clusters-method = 라이덴 알고리즘(Traag 외 2019): { $objective ->
    [modularity] 모듈성
   *[cpm] CPM
}{ $normalization ->
    [unweighted] , 모든 연결을 1로
    [association-strength] , 연관 강도
   *[none] { "" }
}, 해상도 { $resolution }, { $starts }번 중 최선, 시드 { $seed }, 품질 { $quality }.
clusters-few-ties = { COUNTED($count, $actor) }뿐이어서 군집은 대체로 연결 하나하나를 반영할 뿐이다.
clusters-few = { COUNTED($count, $actor) }뿐이어서 군집은 대체로 { NOUN($kind) } 하나하나를 반영할 뿐이다.
clusters-are-components = 군집은 연결 요소와 같다. 더 잘게 나뉘지 않았다.
clusters-cluster = 군집
clusters-internal-ties = 내부 연결
clusters-together = 함께 묶인 비율
clusters-caption = 군집
clusters-stable = { $runs }번 모두 같은 군집이 나온다.
clusters-partly-stable = { $runs }번 실행에서 늘 똑같이 나오는 군집은 { $count }개 중 { $stable }개다.
clusters-unstable = { $runs }번 실행에서 늘 똑같이 나오는 군집은 { $count }개 중 { $stable }개다. 가장 불안정한 { NOUN($actor) }은(는) { $name }(자기 군집과 함께 묶인 비율 { $share }).
clusters-same-cluster = 같은 군집에 든 비율
clusters-unstable-caption = 실행마다 군집이 갈리는 { NOUN($partner) }
