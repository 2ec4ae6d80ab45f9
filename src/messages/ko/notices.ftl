### 알림: 입력에서 발견한 예상 밖의 내용.

notices-summary = 알림 { $count }건
