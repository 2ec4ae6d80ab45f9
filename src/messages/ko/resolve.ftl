### `collab resolve`가 답 말고 알리는 문구.

resolve-no-registry = `collab resolve`에는 등록부가 있어야 한다. --authority none과 --registry none을 빼거나 --registry FILE로 지정한다.
resolve-no-column = ‘{ $header }’ 열이 없다. 있는 열은 { $known }이다
