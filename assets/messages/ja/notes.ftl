# Notes of a lesson on paper and for the phone.

