csv "t.csv" | describe
csv "t.csv"
csv "t.csv" | derive a = n / 2, b = n div 2, c = n mod 2, d = n ^ 2, e = n * x, f = -n, h = n ?? 0
csv "t.csv" | sum n, x by g
csv "t.csv" | derive b = -7 div 2, c = -7 mod 2, d = 7 div -2, e = 7 mod -2, f= 7.5 mod 2, g = 2 ^ -1, h = 0 - n < 3, i = ok and n > 2, k = if ok then 1 else 2
