### `collab registry`와 덤프를 읽는 부분의 문구.

registry-embedded = 사용하는 등록부: 프로그램에 들어 있는 ROR(Research Organization Registry, https://ror.org, CC0 1.0)의 기관 { $records }곳.
registry-of-file = 사용하는 등록부: { $path }. ROR(Research Organization Registry, https://ror.org, CC0 1.0)의 기관 { $records }곳.
registry-release = { $date } 배포판이다.
registry-part = ROR 전체는 약 { $total }건이다. 덤프(https://doi.org/10.5281/zenodo.6347574)를 내려받아 `collab registry build DUMP.zip -o ror.bin`을 실행하고, 명령에 --registry ror.bin을 붙이면 전체를 쓴다.
registry-none = 사용하는 등록부가 없다. 전거에 없는 이름은 적힌 그대로 둔다.
registry-built = { $path }: 기록 { $read }건 가운데 기관 { $records }곳, { $megabytes }MB. --registry { $path }로 쓴다.
registry-not-built = 등록부를 만들지 못했다: { $reason }.
registry-no-records = 압축 파일에 ROR 기록 JSON이 없다. v1.65-2025-05-05-ror-data.zip과 같은 ROR 덤프가 필요하다
