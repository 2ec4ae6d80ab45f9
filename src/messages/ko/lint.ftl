### SVG 파일 검사: 무엇이 문제이고 왜 문제이며 어떻게 고치는지.

lint-doctype = 문서 형식 선언(DOCTYPE)이 있다
lint-expansion = 문서 형식 선언의 엔티티를 펼치면 { $max }바이트를 넘어 나머지는 검사하지 않았다
lint-malformed = 올바른 XML이 아니다: { $reason }
lint-root = 루트가 SVG 이름공간의 <svg>가 아니라 <{ $name }>이다. 브라우저에 아무것도 보이지 않는다
lint-language = 루트에 lang이 없다
lint-role = 루트에 role="img"나 aria-labelledby가 없다. 화면 낭독기가 낱글자를 읽는다
lint-size = { $name } 값이 절대 길이가 아니다({ $value }). LaTeX와 오피스 프로그램이 크기를 짐작한다
lint-size-missing = 루트에 { $name } 값이 없다. LaTeX와 오피스 프로그램이 크기를 짐작한다
lint-view-box = 네 수로 된 viewBox가 없어 크기를 바꿀 수 없다
lint-title = 루트의 첫 자식에 <{ $name }>이(가) 없다
lint-bytes = { $bytes }바이트로 한도 { $budget }바이트를 넘는다
lint-type-size = ‘{ $text }’ 글자 크기가 최종 폭에서 { $size }pt로, 하한인 { $min }pt보다 작다
lint-outside = <{ $name }> 요소가 viewBox 밖으로 나가 잘린다
lint-duplicate-id = id { $id }이(가) 두 번 나온다
lint-shared-ids = id { $count }개가 { $file }에도 있다(첫째 { $id }). 한 페이지에 두면 서로 충돌한다
lint-dangling-id = 이 파일에 id { $id }이(가) 없다
lint-no-font-family = font-family가 없는 글자가 있다. 프로그램마다 다른 글꼴을 쓴다
lint-font-list = 글꼴 목록이 { $font }(으)로 끝난다. 그 글꼴이 없으면 명조체로 바뀌거나 글자가 사라진다
lint-xlink = xlink:href는 옛 표기다
lint-event-handler = { $name }은(는) 스크립트다
lint-style-attribute = style 속성이 있다. 오피스 프로그램은 일부를 무시한다
lint-text-layout = { $name }을(를) 무시하는 프로그램이 있어 글자가 움직인다
lint-attribute = { $name }은(는) 모든 프로그램이 똑같이 읽는 속성이 아니다
lint-css-variable = { $name }="{ $value }": CSS 변수는 브라우저 밖에서 효과가 없다
lint-colour = { $name }="{ $value }" 값은 오피스 프로그램에서 검게 나온다
lint-external = 파일 밖이나 파일에 담은 데이터를 가리킨다: { $reference }
lint-element = <{ $name }>: { $reason }

## 요소가 문제인 이유

lint-why-script = 스크립트는 막히거나 없어진다
lint-why-style = 한 그림의 규칙이 같은 페이지의 다음 그림을 바꾸고, 오피스 프로그램은 무시한다
lint-why-foreign-object = 브라우저 밖(Word, Inkscape, librsvg, Typst)에서는 비어 보인다
lint-why-image = 픽셀 그림은 확대하면 흐려지고 파일이 없을 수 있다
lint-why-effect = 오피스 프로그램에서 다르게 그려지거나 그려지지 않는다
lint-why-animation = 인쇄물에서는 움직이지 않는다
lint-why-other = 모든 프로그램이 똑같이 그리는 요소가 아니다

## 고치는 법

lint-fix-malformed = 올바른 XML로 쓴다. 요소를 모두 닫고 이름 속의 &와 <를 이스케이프한다.
lint-fix-root = <svg xmlns="http://www.w3.org/2000/svg">로 시작한다.
lint-fix-dtd = DOCTYPE을 지우고 엔티티 대신 글자를 직접 쓴다.
lint-fix-element = g, rect, circle, ellipse, path, text, use만으로 그린다.
lint-fix-attribute = 지우거나 표현 속성 또는 data-*로 바꾼다.
lint-fix-script = 지운다. 웹 페이지와 오피스 프로그램은 스크립트를 막거나 없앤다.
lint-fix-style = fill, stroke, font-size 등을 각 요소의 속성으로 쓴다.
lint-fix-css-variable = 색을 #rrggbb로 직접 쓴다.
lint-fix-colour = #rrggbb나 none으로 쓰고, 투명도는 fill-opacity나 stroke-opacity로 쓴다.
lint-fix-external = 모든 것을 파일 안에 두고 파일 안의 #id만 가리킨다.
lint-fix-xlink = xlink:href 대신 href를 쓴다.
lint-fix-text-layout = 글자의 위치를 계산해 x, y, text-anchor로 쓴다.
lint-fix-font-family = 글꼴 목록을 sans-serif, serif, monospace 가운데 하나로 끝낸다.
lint-fix-type-size = 글을 줄이거나 그림을 더 넓게 그린다. 인쇄에서는 6pt가 하한이다.
lint-fix-size = 루트의 width와 height를 mm, cm, in, pt, px로 쓴다.
lint-fix-view-box = 루트에 네 수로 된 viewBox를 넣는다.
lint-fix-outside = 안으로 옮기거나 viewBox를 넓힌다.
lint-fix-title = <title id>와 <desc id>를 루트의 첫 두 자식으로 둔다.
lint-fix-role = 루트에 role="img"와, title·desc의 id를 담은 aria-labelledby를 넣는다.
lint-fix-language = 루트에 lang과 xml:lang을 넣는다.
lint-fix-duplicate-id = 그림마다 id 앞가지를 다르게 한다(--id-prefix).
lint-fix-dangling-id = 이 파일에 있는 id를 가리키거나 참조를 지운다.
lint-fix-bytes = 좌표를 소수 둘째 자리로 줄이고 보이지 않는 것을 지운다.
