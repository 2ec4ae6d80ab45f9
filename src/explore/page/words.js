// Texts of the page in English and Korean. `say(key, …)` fills {0}, {1} …
const WORDS = {
  skip: ["Skip to the figure", "그림으로 건너뛰기"],
  title: ["Who builds it with whom", "누가 누구와 만드는가"],
  search: ["Search institutions and works", "기관과 {noun} 찾기"],
  language: ["Language", "언어"],
  toDark: ["Dark colours", "어두운 색"],
  toLight: ["Light colours", "밝은 색"],
  copyLink: ["Copy link", "링크 복사"],
  copied: ["The link to this view is copied.", "이 화면의 링크를 복사했다."],
  notCopied: ["The link could not be copied; it stands in the address bar.", "링크를 복사하지 못했다. 주소창의 주소를 쓰면 된다."],
  filters: ["Filters", "조건"],
  reset: ["Clear all filters", "조건 모두 지우기"],
  years: ["Years", "연도"],
  from: ["From year", "시작 연도"],
  to: ["To year", "끝 연도"],
  yearsChart: ["Works per year: bars are all works, the dark part is what the filters leave. Drag to choose years.", "연도별 {noun} 수. 막대는 전체, 진한 부분은 조건에 맞는 것이다. 끌어서 연도를 고를 수 있다."],
  yearsTable: ["Works per year as a table", "연도별 {noun} 수 표"],
  year: ["Year", "연도"],
  kept: ["Left by the filters", "조건에 맞는 수"],
  all: ["All", "전체"],
  country: ["Country", "나라"],
  sector: ["Sector", "부문"],
  domain: ["Domain", "분야"],
  criterion: ["Criterion", "선정 기준"],
  least: ["Minimum joint works of a tie", "협력 한 쌍의 최소 공동 {noun} 수"],
  team: ["Largest team that makes ties (0: any)", "협력으로 세는 최대 기관 수 (0: 제한 없음)"],
  counting: ["Counting", "계수 방법"],
  full: ["Full: 1 a pair", "전체 계수: 한 쌍에 1"],
  fractional: ["Fractional: 1/(n−1) a pair", "분수 계수: 한 쌍에 1/(n−1)"],
  strict: ["Strict: 2/(n(n−1)) a pair", "엄격 계수: 한 쌍에 2/(n(n−1))"],
  level: ["Level", "기관 단위"],
  recorded: ["Institution, as recorded", "기록된 기관"],
  group: ["Group: parents", "상위 기관(그룹)"],
  oneLevel: ["No institution here belongs to a larger one.", "상위 기관에 속한 기관이 없다."],
  figure: ["Figure", "그림"],
  views: ["View", "보기"],
  map: ["Map", "협력 지도"],
  two: ["Works and institutions", "{noun}과 기관"],
  everywhere: ["Whole network", "전체 관계망"],
  zoom: ["Zoom", "확대와 축소"],
  zoomIn: ["Zoom in", "크게"],
  zoomOut: ["Zoom out", "작게"],
  fit: ["Fit", "맞춤"],
  svg: ["Download SVG", "SVG 내려받기"],
  csv: ["Download CSV", "CSV 내려받기"],
  json: ["Download JSON", "JSON 내려받기"],
  figureHelp: ["Arrow keys move to the next mark, Enter chooses it, Shift+Enter chooses a second one, + and − zoom, 0 fits, Escape clears.", "화살표 키로 이웃 표시로 가고, Enter로 고르고, Shift+Enter로 두 번째를 고른다. +와 −로 크기를 바꾸고 0으로 맞추며 Escape로 선택을 지운다."],
  restOfTable: ["On screen the table has all rows.", "화면의 표에는 모든 행이 있다."],
  figureTable: ["This figure as a table", "이 그림을 표로"],
  notInView: ["{0} is not in this view; the figure shows the strongest part.", "이 그림에 없는 기관: {0}. 그림은 가장 강하게 이어진 부분을 보인다."],
  pathNotInView: ["The path also passes institutions that are not in this view: {0}.", "경로에 있으나 이 그림에 없는 기관: {0}."],
  showAll: ["Show the whole network", "전체 관계망 보기"],
  wholeLegend: ["Circle: university; square: company; diamond: public lab; hexagon: collective or unstated. Area: works. Colour: cluster; grey: without partners here, or of a small cluster.", "원은 대학, 네모는 기업, 마름모는 공공연구기관, 육각형은 연구 공동체나 유형 미상. 넓이는 {noun} 수, 색은 군집이며 회색은 여기서 협력 기관이 없거나 작은 군집이다."],
  keptWhole: ["Numbers follow the filters; places, clusters and the sizes of marks stay those of the whole data, so that views can be compared.", "숫자는 조건을 따르고, 위치와 군집과 표시 크기는 비교할 수 있게 전체 자료의 것을 그대로 둔다."],
  keptPlaces: ["Numbers and sizes follow the filters; places and clusters stay those of the whole data, so that views can be compared.", "숫자와 표시 크기는 조건을 따르고, 위치와 군집은 비교할 수 있게 전체 자료의 것을 그대로 둔다."],
  emptyFigure: ["Nothing is left by the filters.", "조건에 맞는 것이 없다."],
  panel: ["Details", "상세"],
  hint: ["Choose an institution, a tie or a work in the figure, or search for one.", "그림에서 기관, 협력, {noun}을 고르거나 검색한다."],
  clear: ["Clear selection", "선택 지우기"],
  second: ["Choose a second institution", "두 번째 기관 고르기"],
  secondOn: ["The next institution you choose is the second one.", "다음에 고르는 기관이 두 번째가 된다."],
  back: ["Only {0}", "{0}만 보기"],
  openTie: ["Both: {0} and {1}", "둘 함께: {0}, {1}"],
  works: ["Works", "{noun}"],
  institutions: ["Institutions", "기관"],
  institution: ["Institution", "기관"],
  partners: ["Partners", "협력 기관"],
  strength: ["Strength", "연결 강도"],
  coMade: ["Co-made works", "공동 {noun}"],
  betweenness: ["Betweenness", "매개 중심성"],
  alone: ["Works without partners", "단독 {noun}"],
  leftTeams: ["Works of more than {0} institutions, which make no ties", "기관이 {0}곳보다 많아 협력으로 세지 않은 {noun}"],
  whoAlone: ["Under these filters {0} made {1}, with no partner.", "지금 조건에서 {0}의 {noun}: {1}. 함께한 기관은 없다."],
  who: ["Under these filters {0} made {1}, {2} of them with {3}.", "지금 조건에서 {0}의 {noun}: {1}. 그중 공동 {noun} {2}{unit}, {3}."],
  nWorks: ["{0} works", "{noun} {0}{unit}"],
  nWork: ["1 work", "{noun} 1{unit}"],
  nPartners: ["{0} partners", "협력 기관 {0}곳"],
  nPartner: ["1 partner", "협력 기관 1곳"],
  nInstitutions: ["{0} institutions", "기관 {0}곳"],
  nInstitution: ["1 institution", "기관 1곳"],
  nTies: ["{0} ties", "협력 {0}쌍"],
  nTie: ["1 tie", "협력 1쌍"],
  joint: ["{0} joint", "공동 {0}{unit}"],
  weight: ["weight {0}", "가중치 {0}"],
  stated: ["stated by the input, without works", "입력에 적힌 값(근거 {noun} 없음)"],
  withWhom: ["With", "함께"],
  paper: ["Paper", "논문"],
  paperOf: ["Paper of {0}", "{0} 논문"],
  jointWorks: ["Joint works of {0} and {1}", "{0} · {1} 공동 {noun}"],
  noJoint: ["None under these filters.", "지금 조건에서는 없다."],
  noJointAtAll: ["None in these data.", "이 자료에는 없다."],
  common: ["Partners in common", "공통 협력 기관"],
  noCommon: ["None.", "없다."],
  path: ["Shortest path", "최단 경로"],
  pathSteps: ["{0} steps, marked in the figure.", "{0}단계. 그림에 표시했다."],
  pathStep: ["1 step: they worked together.", "1단계: 직접 협력했다."],
  noPath: ["No works connect them.", "어떤 {noun}도 둘을 잇지 않는다."],
  step: ["{0} – {1}: {2}", "{0} – {1}: {2}"],
  gone: ["The filters leave nothing of it.", "지금 조건에서는 빠져 있다."],
  date: ["Date", "날짜"],
  work: ["Work", "{noun}"],
  domains: ["Domains", "분야"],
  criteria: ["Criteria", "선정 기준"],
  titleOf: ["Title", "제목"],
  authors: ["Authors", "저자"],
  access: ["Access", "공개"],
  cited: ["Citations", "피인용"],
  made: ["Made by", "만든 곳"],
  says: ["What other sources say", "다른 출처의 서술"],
  undated: ["undated", "날짜 없음"],
  panes: ["Tables", "표"],
  ranks: ["Rankings", "순위"],
  clusters: ["Clusters", "군집"],
  matrix: ["Matrix", "행렬"],
  ties: ["Ties", "협력"],
  by: ["By", "기준"],
  rank: ["Rank", "순위"],
  narrow: ["Show rows with", "이 글자가 있는 행"],
  more: ["Show {0} more rows", "{0}행 더 보기"],
  rows: ["{0} of {1} rows", "{1}행 중 {0}행"],
  cluster: ["Cluster", "군집"],
  members: ["Members", "구성"],
  within: ["Ties within", "안쪽 협력"],
  clusterNote: ["Clusters are those of the whole data (Leiden, modularity), as the map draws them; whoever the map leaves out stands with most of its partners. `collab clusters` counts ties and chooses the resolution otherwise and may part them otherwise. The numbers follow the filters.", "군집은 전체 자료에서 찾은 것(Leiden, modularity)으로 지도와 같다. 지도에 없는 기관은 협력 기관이 가장 많은 군집에 둔다. `collab clusters`는 가중치와 해상도가 달라 다르게 나눌 수 있다. 숫자는 조건을 따른다."],
  matrixNote: ["Joint works of the {0} strongest of {1} institutions with partners.", "협력 기관이 있는 {1}곳 가운데 가장 강한 {0}곳의 공동 {noun} 수."],
  matrixAll: ["Joint works of the {0} institutions with partners.", "협력 기관이 있는 {0}곳의 공동 {noun} 수."],
  tie: ["Tie", "협력"],
  jointCount: ["Joint works", "공동 {noun}"],
  weightOf: ["Weight", "가중치"],
  other: ["Partner", "상대 기관"],
  shown: ["Shown: {0} of {1} works, {2} of {3} institutions, {4} of {5} ties.", "표시: {noun} {1}{unit} 중 {0}{unit}, 기관 {3}곳 중 {2}곳, 협력 {5}쌍 중 {4}쌍."],
  nothingOut: ["Nothing is left out.", "빠진 것은 없다."],
  outWorks: ["left out by the filters: {0}", "조건으로 뺀 것: {0}"],
  outUndated: ["{0} of them undated", "그중 날짜 없는 것 {0}{unit}"],
  outTeams: ["not counted as ties: {0} of more than {1} institutions", "협력으로 세지 않은 것: 기관이 {1}곳보다 많은 {0}"],
  outStated: ["left out, for no work tells whether the filters keep them: {0}", "근거 {noun}이 없어 조건으로 뺀 것: {0}"],
  outLeast: ["left out for fewer than {1} joint works: {0}", "공동 {noun}이 {1}{unit}보다 적어 뺀 것: {0}"],
  countingSaid: ["Counting: {0}.", "계수: {0}."],
  before: ["Filtered before this page was made:", "페이지를 만들기 전에 적용한 조건:"],
  source: ["Source: {0}.", "자료: {0}."],
  asOf: ["as of {0}", "{0} 기준"],
  figureShows: ["The figure shows {0} of {1} institutions.", "그림에 있는 기관: {1}곳 중 {0}곳."],
  figureShowsWorks: ["The figure shows {0} of {1} works.", "그림에 있는 {noun}: {1}{unit} 중 {0}{unit}."],
  made_with: ["Made with {0}.", "만든 프로그램: {0}."],
  loading: ["The data are being fetched.", "자료를 가져오는 중이다."],
  failed: ["The data could not be fetched: {0}", "자료를 가져오지 못했다: {0}"],
  result: ["1 result", "1개 찾음"],
  results: ["{0} results", "{0}개 찾음"],
  noResults: ["No institution and no work of this name.", "이 이름의 기관이나 {noun}이 없다."],
  chosen: ["Chosen: {0}", "선택: {0}"],
  unknownSelection: ["The link names something that is not in the data: {0}", "링크에 있는 이름이 자료에 없다: {0}"],
};
// Terms of the data (Epoch's vocabulary, sources of statements) in Korean; other terms stay as recorded.
const TERMS = {
  "SOTA improvement": "최고 성능 경신", "Highly cited": "많은 인용", "Historical significance": "역사적 의의", "Significant use": "널리 쓰임", "Training cost": "학습 비용", Discretionary: "재량 선정",
  Language: "언어", Vision: "시각", "Image generation": "이미지 생성", Biology: "생물학", Multimodal: "멀티모달", Robotics: "로봇", Mathematics: "수학", Other: "기타", Games: "게임", Speech: "음성", Medicine: "의학", "3D modeling": "3D 모델링", Driving: "자율주행", "Materials science": "재료과학", Recommendation: "추천", Search: "검색", Video: "영상", "Earth science": "지구과학", Audio: "오디오",
  "Open weights (unrestricted)": "가중치 공개(제한 없음)", "Open weights (non-commercial)": "가중치 공개(비상업적 이용)", "Open weights (restricted use)": "가중치 공개(이용 제한)", "API access": "API 제공", "Hosted access (no API)": "서비스 제공(API 없음)", Unreleased: "비공개",
  Multinational: "다국적", article: "기사", paper: "논문", epoch: "Epoch",
};
const termOf = (word) => (language === "ko" && Object.hasOwn(TERMS, word ?? "") ? TERMS[word] : word);
let language = "en";
let noun = "paper";
function say(key, ...values) {
  const pair = WORDS[key] || [key, key];
  let text = pair[language === "ko" ? 1 : 0];
  text = text.replaceAll("{noun}", noun === "model" ? "모델" : "문헌").replaceAll("{unit}", noun === "model" ? "개" : "건");
  return text.replace(/\{(\d)\}/g, (_, number) => String(values[number]));
}
// Singular or plural: `counted("Work", 3)` gives "3 works". Korean has one form.
const counted = (stem, count) => say(count === 1 ? `n${stem}` : `n${stem}s`, number(count));
const number = (value, digits = 0) => value.toLocaleString("en-US", { maximumFractionDigits: digits });
const plain = (value) => String(Math.round(value * 10000) / 10000);

// Creates an element with attributes and children; texts become text nodes, never markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}
const by = (id) => document.getElementById(id);
const heard = (text) => { by("heard").textContent = text; by("heard").className = "unseen"; };
// Status message: announced to screen readers, and visible until the next change.
const notice = (text) => { by("heard").textContent = text; by("heard").className = "notice"; };
