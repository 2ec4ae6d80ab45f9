# 입력을 여는 일: 인코딩, 압축, 묶음 파일, 통합 문서.

source-unpacks-to-too-much = { $kind } 파일이 압축된 크기의 { $ratio }배를 넘게 풀린다. { $packed }KiB에서 이미 { $unpacked }MiB가 나왔다. 표라면 이렇게 풀리지 않는다. 맞는 파일이면 압축을 풀어 그 파일을 읽거나, --data에는 --max-unpacked로 더 큰 크기를 허용해야 한다
source-unpacks-beyond-max = { $kind } 파일이 --max-unpacked로 정한 { $max }바이트보다 크게 풀린다. 맞는 파일이면 더 큰 수를 지정해야 한다
source-packed-cut-off = { $kind } 파일이 중간에 끊겼다(풀린 크기 { $bytes }바이트). 다시 내려받거나 복사해야 한다
source-packed-damaged = { $kind } 파일이 손상되었다({ $reason }). 다시 내려받거나 복사해야 한다
source-encrypted = 압축 파일 안의 파일이 암호로 잠겨 있다. 압축을 풀어 그 파일을 읽어야 한다
source-compression = 압축 파일 안에 읽지 못하는 방식({ $method })으로 압축한 파일이 있다. 압축을 풀어 그 파일을 읽어야 한다
source-archive-of-several = 압축 파일 안에 파일이 { $count }개 있다. 파일로 저장하지 않은 압축 자료에는 파일이 하나만 있어야 한다. 압축을 풀어 파일을 지정해야 한다
source-pattern-unreadable = 파일 이름 패턴을 읽을 수 없다({ $reason }). *는 여러 글자, ?는 한 글자를 뜻한다
source-pattern-empty = 패턴에 맞는 파일이 없다. 폴더와 철자를 확인해야 한다
source-nothing-in-it = 안에 파일이 없다
source-no-table-in-it = 안에 표로 보이는 이름의 파일이 없다({ $names }). 파일을 직접 지정해야 한다
source-left-out = 표로 보이지 않는 이름의 파일 { $count }개를 뺐다: { $names }
source-workbook-locked = 통합 문서가 암호로 잠겨 있다. 암호를 풀어 저장하거나 시트를 ‘CSV UTF-8’로 저장해야 한다
source-workbook-damaged = 통합 문서를 읽을 수 없다({ $reason }). 엑셀 같은 프로그램에서 열어 다시 저장하거나 시트를 ‘CSV UTF-8’로 저장해야 한다
source-workbook-empty = 통합 문서의 어느 시트에도 글이 있는 칸이 없다
source-workbook-too-large = 통합 문서가 { $max }바이트를 넘게 풀려 보통 표보다 훨씬 크다. 시트를 ‘CSV UTF-8’로 저장해 읽거나 --max-unpacked로 더 큰 크기를 허용해야 한다
source-no-such-sheet = ‘{ $name }’ 시트가 없다. 있는 시트: { $sheets }
source-sheet-read = ‘{ $name }’ 시트를 읽었다. 읽지 않은 시트 { $count }개: { $others }(다른 시트를 읽으려면 --sheet 이름)
source-parquet = Parquet 파일인데, 이 빌드는 이 형식을 읽지 않는다. parquet 기능을 켜고 빌드하거나(cargo install collabgraph --features parquet) CSV로 바꾸어야 한다. 파이썬에서는 pandas.read_parquet("works.parquet").to_csv("works.csv", index=False)
source-foreign = 텍스트가 아니라 { $kind } 파일이다. 표를 ‘CSV UTF-8’로 저장해 읽어야 한다
source-decoded = UTF-8이 아니라 { $encoding }(으)로 된 텍스트라 변환해 읽었다(글자가 이상하면 --encoding 이름, 지금은 { $key })
source-not-in-encoding = 바이트 0x{ $byte }는 { $encoding }의 글자가 아니다. --encoding으로 맞는 인코딩을 지정하거나 파일을 ‘CSV UTF-8’로 다시 저장해야 한다
source-not-utf8 = 텍스트의 { $at }번째 바이트 0x{ $byte }가 UTF-8이 아니다. 그 앞은 UTF-8이다. 파일을 ‘CSV UTF-8’로 다시 저장하거나 --encoding으로 인코딩을 지정해야 한다
source-directory = 폴더다. 그 안의 파일을 지정해야 한다(--data 여러 개를 함께 읽을 수 있다)
source-empty = 파일이 비어 있다. { $wanted ->
    [json] JSON이
   *[table] 머리글이 있는 표나 JSON이
} 있어야 한다
source-no-permission = 파일을 읽을 권한이 없다. 접근 권한을 확인해야 한다
source-no-such-file = 파일이 없다. 경로와 철자를 확인해야 한다
source-unreadable = 읽을 수 없다({ $error }). 파일을 다시 복사해야 한다
source-parquet-damaged = Parquet 파일을 읽을 수 없다({ $reason }). Snappy, gzip, Zstandard로 압축하거나 압축하지 않고 다시 저장해야 한다
source-parquet-too-large = Parquet 파일을 풀면 { $max }바이트가 넘는다. 이 크기의 표로는 지나치게 많다. 뜻한 것이면 --max-unpacked로 한도를 늘려야 한다
