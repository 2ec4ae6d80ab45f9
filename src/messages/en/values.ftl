### Values that tables record in English, as the answers print them and as filters accept them.

values-sota-improvement = SOTA improvement
values-highly-cited = Highly cited
values-historical-significance = Historical significance
values-significant-use = Significant use
values-training-cost = Training cost
values-discretionary = Discretionary

values-open-weights-unrestricted = Open weights (unrestricted)
values-open-weights-restricted = Open weights (restricted use)
values-open-weights-non-commercial = Open weights (non-commercial)
values-api-access = API access
values-hosted-access = Hosted access (no API)
values-unreleased = Unreleased

values-language = Language
values-vision = Vision
values-image-generation = Image generation
values-biology = Biology
values-multimodal = Multimodal
values-robotics = Robotics
values-mathematics = Mathematics
values-games = Games
values-speech = Speech
values-medicine = Medicine
values-three-d-modeling = 3D modeling
values-driving = Driving
values-materials-science = Materials science
values-recommendation = Recommendation
values-search = Search
values-video = Video
values-earth-science = Earth science
values-audio = Audio
values-other = Other

values-multinational = Multinational
values-article = article
values-epoch = epoch
values-paper = paper

## Values of options

values-option-full = full
values-option-fractional = fractional
values-option-strict = strict
values-option-recorded = recorded
values-option-group = group
values-option-year = year
values-option-country = country
values-option-sector = sector
values-option-institution = institution
