# 표: 시작하는 자리, 열과 칸.

table-preface = 표가 그 아래에서 시작하므로 앞의 { $count }줄을 뺐다(‘{ $first }’, 뺄 줄 수를 정하려면 --skip N)
