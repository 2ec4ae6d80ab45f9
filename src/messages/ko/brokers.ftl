brokers-none = 직접 협력하지 않은 두 { NOUN($actor) }을(를) 이어 주는 { NOUN($actor) }이(가) 없다.
brokers-no-groups = { NOUN($broker) }은(는) 있지만 세 { NOUN($actor) }의 집단이 모두 기록된 쌍은 없다.
brokers-coordinator = 조정자
brokers-itinerant = 외부 중개자
brokers-gatekeeper = 관문
brokers-liaison = 연락자
brokers-role = { $role ->
    [coordinator] 조정자
    [itinerant] 외부 중개자
    [gatekeeper] 관문
   *[liaison] 연락자
}
brokers-leaders = { brokers-role } 역할이 가장 큰 { NOUN($actor) }: { $names }(각 { $count }쌍).
brokers-among = { $group }
brokers-between = { $a }과(와) { $b }
brokers-leader = { brokers-role } 역할이 가장 큰 { NOUN($actor) }은(는) { $name }이다. 직접 협력하지 않은 { $count }쌍을 이어 주며, { $others ->
    [0] 모두 { $between } 사이다.
   *[other] 그중 { $pairs }쌍은 { $between } 사이다.
}
brokers-group-sector = { $name }
brokers-group-country = { $country } { NOUN($actor) }
brokers-others = 조건에 맞지 않는 { COUNTED($count, $actor) }은(는) { NOUN($broker) } 목록에서 제외했다. 단절점과 다리는 모든 { NOUN($actor) }에서 찾은 것이다.
brokers-roles = { NOUN($broker) }은(는) 서로 연결되지 않은 두 { NOUN($actor) }과(와) 모두 연결된 { NOUN($actor) }이며 그런 쌍마다 한 번 센다(Gould & Fernandez 1989). 조정자: 셋이 모두 같은 집단. 외부 중개자: 두 { NOUN($actor) }은(는) 같은 집단, { NOUN($broker) }은(는) 다른 집단. 관문: 두 { NOUN($actor) } 중 하나만 { NOUN($broker) }과(와) 같은 집단(방향이 없는 연결에서는 대변자와 같다). 연락자: 셋이 모두 다른 집단.
brokers-constraint-definition = 제약(Burt 1992)은 { NOUN($partner) }끼리 연결이 적을수록 낮다.
brokers-home-country = 국가가 여럿이면 맨 앞에 적힌 국가를 소재국으로 본다.
brokers-unknown-sector = 부문 기록이 없는 기관 { $count }곳: { $names }. 이 기관이 든 쌍은 ‘미분류’로 센다.
brokers-unknown-country = 국가 기록이 없는 기관 { $count }곳: { $names }. 이 기관이 든 쌍은 ‘미분류’로 센다.
brokers-ungrouped = 미분류
brokers-constraint = 제약
brokers-components-without = 빠지면 나뉘는 연결 요소 수
brokers-caption = { NOUN($broker) }
brokers-no-articulation-points = 어느 한 { NOUN($actor) }이(가) 빠져도 나뉘는 연결 요소는 없다(단절점 없음).
brokers-articulation-points = 빠지면 연결 요소가 나뉘는 { NOUN($actor) }(단절점) { PIECES($count, $actor) }: { $names }. 양쪽을 잇는 유일한 연결(다리) { $bridges }개.
brokers-articulation-point = 단절점
brokers-articulation-points-caption = 단절점
brokers-bridge = 다리
brokers-bridge-other = 상대 { NOUN($actor) }
brokers-smaller-side = 작은 쪽
brokers-larger-side = 큰 쪽
brokers-bridges = 다리
