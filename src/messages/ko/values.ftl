### 표에 영어로 적힌 값을 한국어 답에서 부르는 말. 조건에 그대로 쓸 수 있다.

values-sota-improvement = 최고 성능 경신
values-highly-cited = 많은 인용
values-historical-significance = 역사적 의의
values-significant-use = 널리 쓰임
values-training-cost = 학습 비용
values-discretionary = 재량 선정

values-open-weights-unrestricted = 가중치 공개, 제한 없음
values-open-weights-restricted = 가중치 공개, 용도 제한
values-open-weights-non-commercial = 가중치 공개, 비상업용
values-api-access = API로 이용
values-hosted-access = 웹에서만 이용
values-unreleased = 비공개

values-language = 언어
values-vision = 시각
values-image-generation = 이미지 생성
values-biology = 생물학
values-multimodal = 멀티모달
values-robotics = 로봇
values-mathematics = 수학
values-games = 게임
values-speech = 음성
values-medicine = 의학
values-three-d-modeling = 3D 모델링
values-driving = 자율주행
values-materials-science = 재료과학
values-recommendation = 추천
values-search = 검색
values-video = 영상
values-earth-science = 지구과학
values-audio = 오디오
values-other = 기타

values-multinational = 다국적
values-article = 기사
values-epoch = Epoch
values-paper = 논문

## 옵션의 값

values-option-full = 전체
values-option-fractional = 분수
values-option-strict = 엄격
values-option-recorded = 적힌 그대로
values-option-group = 그룹
values-option-year = 연도
values-option-country = 국가
values-option-sector = 부문
values-option-institution = 기관
