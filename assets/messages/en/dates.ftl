# Dates: what is wrong with one, and lengths of time.

## What is wrong with a date: what was expected, and what was found, a word in backticks or one of the next three

dates-found-nothing = nothing
dates-found-end = the end
dates-found-space = a space
dates-date = expected a date such as 1971-08-15 but found { $found }
dates-plain = expected a date such as 1971-08-15, without spaces or letters, but found { $found }
dates-year = expected a year of four digits but found { $found }
dates-year-zero = expected a year before 0000 such as -0001 (2 BCE) but found { $found }
dates-negative-year = expected four digits after the minus sign but found { $found }
dates-month = expected a month of two digits but found { $found }
dates-day = expected a day of two digits but found { $found }
dates-no-such-month = expected a month from 01 to 12 but found { $found }
dates-no-such-season = expected a month from 01 to 12 (or a season from 21 to 24) but found { $found }
dates-no-such-day = expected a day that the month has but found { $found }
dates-after-season = expected nothing after the season but found { $found }
dates-before-month = expected a hyphen before the month but found { $found }
dates-before-day = expected a hyphen before the day but found { $found }
dates-after-day = expected nothing after the day but found { $found }
dates-before-clock = expected a whole day such as 1941-12-07 before the T but found { $found }
dates-clock = expected a clock time such as 07:48:00 but found { $found }
dates-hour = expected an hour from 00 to 23 but found { $found }
dates-minute = expected a minute from 00 to 59 but found { $found }
dates-second = expected a second from 00 to 59 but found { $found }
dates-offset-minutes = expected offset minutes from 00 to 59 but found { $found }
dates-far-offset = expected an offset from UTC of at most 14 hours but found { $found }
dates-zero-offset = expected Z or +00:00 but found { $found }
dates-offset = expected an offset from UTC such as +09:00, -10:30 or Z but found { $found }
dates-after-interval = expected nothing after the second date but found { $found }
dates-undated-interval = expected a date on at least one side of the slash but found { $found }
dates-set = expected a closing bracket but found { $found }

# The remark is in English, from the library that reads dates.
dates-other = expected a date such as 1971-08-15 ({ $remark }) but found { $found }
dates-reversed = expected an end on or after the start `{ $start }` but found `{ $end }`

## What to write instead

dates-write-a-date = write a date such as 1971, 1971-08 or 1971-08-15
dates-write = write { $date }
dates-did-you-mean = did you mean { $date }?

# The month is "February", or "2" in Japanese.
dates-days-of-month = { $month } { $year } has { $days } days

## decade.rs

dates-decade = { $first }s
# From 1 BCE on.
dates-decade-of-turn = 1 BCE – 9 CE
dates-decade-before = { $first } – { $last } BCE
