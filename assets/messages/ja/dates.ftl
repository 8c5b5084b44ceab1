# Dates: what is wrong with one, and lengths of time.

## What is wrong with a date: what was expected, and what was found, a word in backticks or one of the next three

dates-found-nothing = 空の文字列
dates-found-end = 文字列の終わり
dates-found-space = 空白
dates-date = 1971-08-15のような日付が必要ですが、{ $found }があります
dates-plain = 空白や文字のない、1971-08-15のような日付が必要ですが、{ $found }があります
dates-year = 4桁の年が必要ですが、{ $found }があります
dates-year-zero = -0001（紀元前2年）のような、0000より前の年が必要ですが、{ $found }があります
dates-negative-year = マイナス記号の後に4桁の数字が必要ですが、{ $found }があります
dates-month = 2桁の月が必要ですが、{ $found }があります
dates-day = 2桁の日が必要ですが、{ $found }があります
dates-no-such-month = 01から12までの月が必要ですが、{ $found }があります
dates-no-such-season = 01から12までの月（または21から24までの季節）が必要ですが、{ $found }があります
dates-no-such-day = その月にある日が必要ですが、{ $found }があります
dates-after-season = 季節の後には何もないはずですが、{ $found }があります
dates-before-month = 月の前にハイフンが必要ですが、{ $found }があります
dates-before-day = 日の前にハイフンが必要ですが、{ $found }があります
dates-after-day = 日の後には何もないはずですが、{ $found }があります
dates-before-clock = Tの前に1941-12-07のような年月日が必要ですが、{ $found }があります
dates-clock = 07:48:00のような時刻が必要ですが、{ $found }があります
dates-hour = 00から23までの時が必要ですが、{ $found }があります
dates-minute = 00から59までの分が必要ですが、{ $found }があります
dates-second = 00から59までの秒が必要ですが、{ $found }があります
dates-offset-minutes = 00から59までの時差の分が必要ですが、{ $found }があります
dates-far-offset = 14時間以内のUTCとの時差が必要ですが、{ $found }があります
dates-zero-offset = Zまたは+00:00が必要ですが、{ $found }があります
dates-offset = +09:00、-10:30、ZのようなUTCとの時差が必要ですが、{ $found }があります
dates-after-interval = ふたつ目の日付の後には何もないはずですが、{ $found }があります
dates-undated-interval = 斜線の少なくとも片側に日付が必要ですが、{ $found }があります
dates-set = 閉じ括弧が必要ですが、{ $found }があります
dates-other = 1971-08-15のような日付（{ $remark }）が必要ですが、{ $found }があります
dates-reversed = 始まり`{ $start }`以降の終わりが必要ですが、`{ $end }`があります

## What to write instead

dates-write-a-date = 1971、1971-08、1971-08-15のような日付を書いてください
dates-write = { $date }と書いてください
dates-did-you-mean = もしかして：{ $date }
dates-days-of-month = { $year }年{ $month }月は{ $days }日までです

## decade.rs

dates-decade = { $first }年代
dates-decade-of-turn = 前1年～9年
dates-decade-before = 前{ $first }年～前{ $last }年
