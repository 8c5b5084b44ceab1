// The table of a page, and the calendar of its axis. The parts of the script stand in one function: calendar.js,
// picture.js, page.js.
const by = (id) => document.getElementById(id);
const data = JSON.parse(by("data").textContent);
const { words, lanes, eras, series, events } = data;
const isJapanese = data.lang === "ja";
const fill = (sentence, ...values) => values.reduce((said, value) => said.replace("{}", () => value), sentence);
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

// ---- the calendar: days since 1970-01-01, proleptic Gregorian, any year
const dayOf = (year, month, day) => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400), yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
};
const civil = (at) => {
  const z = Math.floor(at) + 719468, era = Math.floor(z / 146097), doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)), mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const minutes = Math.round((at - Math.floor(at)) * 1440);
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1, minutes };
};
const sayYear = (year) => {
  if (isJapanese) return year <= 0 ? `前${1 - year}年` : `${year}年`;
  return year <= 0 ? `${1 - year} BCE` : `${year}`;
};
const sayMonth = (c) => isJapanese ? `${sayYear(c.year)}${c.month}月` : `${words.month_names[c.month - 1]} ${sayYear(c.year)}`;
const shortDay = (c) => isJapanese ? `${c.month}月${c.day}日` : `${c.day} ${words.month_names[c.month - 1]}`;
const sayDay = (c) => isJapanese ? `${sayYear(c.year)}${shortDay(c)}` : `${shortDay(c)} ${sayYear(c.year)}`;
const sayClock = (c) => `${String(Math.floor(c.minutes / 60)).padStart(2, "0")}:${String(c.minutes % 60).padStart(2, "0")}`;
