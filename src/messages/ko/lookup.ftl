### Names that users type and that are no single institution or work of the data.

lookup-work-not-institution = ‘{ $name }’은(는) { NOUN($actor) }이(가) 아니라 성과물이다. 누가 만들었는지는 `collab who "{ $name }"`로 볼 수 있다.
lookup-ambiguous = ‘{ $query }’에 해당하는 이름이 여럿이다. 아래 이름 하나를 그대로 쓰거나 id:kaist처럼 식별자를 쓴다.
    { $candidates }
lookup-not-found = ‘{ $query }’은(는) 자료에 없고 비슷한 이름도 없다. 모든 이름은 `collab institutions`로 볼 수 있다.
lookup-nearest = ‘{ $query }’은(는) 자료에 없다. 가장 가까운 이름은 다음과 같다.
    { $candidates }
lookup-large-not-found = ‘{ $query }’(이)라는 기관은 자료에 없고 비슷한 이름도 없다. 파일이 커서 성과물은 정확히 같은 이름만 찾았다. --notices all을 주면 모두 읽고 더 찾는다.
lookup-large-nearest = ‘{ $query }’(이)라는 기관은 자료에 없다. 가장 가까운 기관은 다음과 같다.
    { $candidates }
    파일이 커서 성과물은 정확히 같은 이름만 찾았다. --notices all을 주면 모두 읽고 더 찾는다.
