### 주소로 준 입력과 `collab fetch`에 대한 글.

fetch-without-feature = { $word }: 이 collab은 cargo 기능 `http` 없이 빌드되어 네트워크에 연결하지 않는다. 배포판 collab을 설치하거나 `cargo install collabgraph --features http`로 빌드한다. 파일을 직접 내려받아 파일 이름을 지정해도 된다.
fetch-insecure = { $address }은(는) 암호화되지 않아 중간에서 자료를 바꿀 수 있다. https 주소를 쓰거나, 파일을 직접 내려받아 파일 이름을 지정한다.
fetch-scheme = { $address }: { $scheme } 주소는 가져오지 않는다. https 주소를 쓰거나, 파일을 직접 내려받아 파일 이름을 지정한다.
fetch-no-host = { $address }에 서버 이름이 없다. 주소는 https://example.org/models.csv처럼 쓴다.
fetch-password = { $host } 주소에 사용자 이름이나 비밀번호가 있다. 기록 파일에 남게 되므로, 파일을 직접 내려받아 파일 이름을 지정한다.
fetch-redirect = { $address }이(가) ‘{ $location }’(으)로 넘기지만 따라가지 않는다. https 주소만 따라간다. 파일이 실제로 있는 주소를 지정한다.
fetch-redirects = { $address }이(가) 다른 주소로 { $max }번 넘게 넘긴다. 파일이 실제로 있는 주소를 지정한다.
fetch-unreachable = { $address }에 연결할 수 없다({ $reason }). 주소와 네트워크 연결을 확인한다.
fetch-status = { $address }: 서버의 응답은 HTTP { $status }이다. 주소를 확인한다. 로그인이 필요한 파일은 브라우저에서 내려받아야 한다.
fetch-status-with-words = { $address }: 서버의 응답은 HTTP { $status }이다: { $words }
fetch-gave-up = { $address }: { $count }번 요청했으나 답을 받지 못했다({ $reason }). 나중에 다시 시도한다.
fetch-waiting = { $address }: { $reason }. { $seconds }초 기다린 뒤 다시 요청한다.
fetch-later = { $address }: { $reason }. 서버가 { $seconds }초 기다리라고 한다. 그 뒤에 같은 명령을 실행한다.
fetch-cut = { $address }: { $bytes }바이트를 받고 연결이 끊겼다. 그 뒤부터 이어 받는다.
fetch-cut-again = { $address }: 새로 받은 것 없이 연결이 { $count }번 이어서 끊겼다. 나중에 다시 시도한다.
fetch-web-page = { $address }은(는) 표가 아니라 웹 페이지다. 파일 자체의 주소를 지정한다. 구글 시트는 링크가 있는 모든 사용자에게 공유되어 있어야 한다.
fetch-too-large = { $address }이(가) { $max }바이트가 넘는 자료를 보낸다. 아무것도 남기지 않았다. 그만큼 받으려면 --max-fetched 8G처럼 한도를 늘린다.
fetch-empty = { $address }이(가) 아무것도 보내지 않았다. 주소를 확인한다.
fetch-offline = { $address }은(는) 여기서 가져온 적이 없는데 COLLAB_OFFLINE이 설정되어 있다. 가져오려면 설정을 지운다.
fetch-no-cache = 가져온 파일을 둘 폴더가 없다. 환경 변수 COLLAB_CACHE에 폴더를 지정한다.
fetch-copy-is-there = 전에 가져온 사본은 { $path }이다. 그 사본으로 작업하려면 그 파일을 지정하거나 COLLAB_OFFLINE=1을 설정한다.
fetch-unchanged = { $address }은(는) 가져온 뒤로 바뀌지 않았다.
fetch-done = { $address }을(를) 가져왔다: { $path }, { $bytes }바이트.
fetch-needs-a-file = { $path }에는 옆에 기록 파일을 둘 수 없다. -o에 works.jsonl.gz 같은 파일 이름을 지정한다.
fetch-filter-of-address = 필터와 --search는 `collab fetch openalex`에 쓴다. { $address }은(는) 그대로 가져온다.
fetch-unknown-source = { $word }은(는) `openalex`도 주소도 아니다. `collab fetch openalex 필터 -o works.jsonl.gz`나 `collab fetch https://… -o 파일`로 쓴다.
fetch-extension = { $path }: OpenAlex의 성과물은 JSON 줄로 쓴다. .jsonl이나 .jsonl.gz를 쓴다.
fetch-no-filter = 어떤 성과물을 가져올지 institutions.country_code:kr,publication_year:2024 같은 OpenAlex 필터로 지정한다.
fetch-no-mail = { $mail }은(는) 전자우편 주소가 아니다. --mailto name@example.org처럼 쓴다.
fetch-without-key = OPENALEX_API_KEY가 설정되지 않았다. OpenAlex는 키 없이는 조금만 허용한다. 키는 무료다: openalex.org/settings/api
fetch-not-openalex = { $address }이(가) OpenAlex의 성과물 목록으로 답하지 않았다. --server를 확인한다.
fetch-goes-on = 지금까지 받은 것은 { $path }에 있다. 같은 명령을 다시 실행하면 이어서 받는다.
fetch-resumed = 앞서 받은 성과물 { $count }건 뒤부터 이어 받는다.
fetch-no-works = OpenAlex에 { $filter }에 맞는 성과물이 없다. 아무것도 쓰지 않았다.
fetch-done-works = 성과물 { $works }건을 { $path }에 가져왔다. 다음 명령: collab { $path }
fetch-other-number = 성과물 { $works }건을 { $path }에 가져왔다. OpenAlex가 알린 수는 { $announced }건으로, 그사이에 성과물이 추가되거나 삭제되었다.
