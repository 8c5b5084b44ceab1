#!/usr/bin/env bash
# Makes the three bundled fonts, byte for byte the same each time, from IBM's npm packages.
# Needs bash, npm, tar, sha256sum and Python 3.10 or later with venv. README.md says what and why.
set -euo pipefail

sans=ibm-plex-sans-jp-3.0.0.tgz
sans_sha256=051484321fcffecc69c3d608b739c5fe0f558b0fd1de7958d96ca360d161de7f
serif=ibm-plex-serif-2.0.0.tgz
serif_sha256=91725e9b2d2928fa26cced4b64b06791c11b089846d021fb925345ebd461f2a7

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @ibm/plex-sans-jp@3.0.0 @ibm/plex-serif@2.0.0 >/dev/null
printf '%s  %s\n' "$sans_sha256" "$sans" "$serif_sha256" "$serif" | sha256sum --check --strict
mkdir sans serif
tar -xzf "$sans" -C sans --strip-components=1 package/LICENSE.txt package/fonts/complete/woff2/hinted
tar -xzf "$serif" -C serif --strip-components=1 package/fonts/complete/woff2/IBMPlexSerif-Italic.woff2

python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fonttools==4.68.0 brotli==1.2.1

cat > make.py <<'PYTHON'
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(sys.argv[1])
FAMILY = "Transpacific Sans JP"  # "Plex" is a reserved font name: a changed font may not bear it

RANGES = [
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x02FF),  # modifier letters (the okina)
    (0x0300, 0x036F),  # combining marks
    (0x1E00, 0x1EFF),  # Latin, additional
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x214F),  # letterlike
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed digits
    (0x25A0, 0x25FF),  # shapes
    (0x2600, 0x27BF),  # symbols and dingbats
    (0x3000, 0x30FF),  # Japanese punctuation and kana
    (0x31F0, 0x31FF),  # small katakana
    (0x3200, 0x33FF),  # enclosed and square forms
    (0xFF00, 0xFFEF),  # half and full width
]
# Names and the 2010 joyo list go a little beyond JIS X 0208.
EXTRA = "塡剝頰𠮟𠮷"


def jis_x_0208():
    """Every character of every row, levels 1 and 2: what Python's euc_jp decodes."""
    cells = (bytes([row, cell]) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return {ord(c) for pair in cells if (c := pair.decode("euc_jp", "ignore"))}


def cp932():
    """Windows Japanese: the above and the NEC and IBM kanji people have in their names."""
    leads = [*range(0x81, 0xA0), *range(0xE0, 0xFD)]
    cells = (bytes([a, b]).decode("cp932", "ignore") for a in leads for b in range(0x40, 0xFD))
    return {ord(c) for c in cells if len(c) == 1 and not 0xE000 <= ord(c) < 0xF900}


def add_glyph(font, code, points, advance):
    """Draws one missing character from straight lines."""
    pen = TTGlyphPen(None)
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
    name, glyph = f"uni{code:04X}", pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    font["vmtx"][name] = (1000, 880 - glyph.yMax)
    encode(font, code, name)


def encode(font, code, name):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def fill_gaps(font):
    """The minus, cross and small triangles the source font lacks."""
    cmap = font.getBestCmap()
    plus = font["glyf"][cmap[ord("+")]]
    # The plus sign's bar: the points at the far left and right.
    ys = sorted({y for x, y in plus.coordinates if x == plus.xMin})
    bar = [(plus.xMin, ys[0]), (plus.xMin, ys[-1]), (plus.xMax, ys[-1]), (plus.xMax, ys[0])]
    drawn = {
        0x2212: (bar, font["hmtx"][cmap[ord("+")]][0]),
        0x25B4: ([(60, 130), (250, 430), (440, 130)], 500),
        0x25B8: ([(100, 90), (100, 470), (400, 280)], 500),
        0x25BE: ([(60, 430), (440, 430), (250, 130)], 500),
        0x25C2: ([(400, 90), (100, 280), (400, 470)], 500),
    }
    added = []
    for code, (points, advance) in drawn.items():
        if code not in cmap:
            add_glyph(font, code, points, advance)
            added.append(code)
    if 0x2715 not in cmap:
        encode(font, 0x2715, cmap[ord("×")])
        added.append(0x2715)
    return added


def latin_ellipsis(font):
    """Three periods on the baseline: the font's own … is the Japanese one, which looks wrong in a cut English name.

    U+22EF (⋯) keeps the dots at half height for those who want them.
    """
    cmap = font.getBestCmap()
    period = cmap[ord(".")]
    advance = font["hmtx"][period][0]
    pen = TTGlyphPen(font.getGlyphSet())
    for index in range(3):
        pen.addComponent(period, (1, 0, 0, 1, index * advance, 0))
    glyph = pen.glyph()
    font["glyf"]["ellipsis.latin"] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"]["ellipsis.latin"] = (3 * advance, glyph.xMin)
    font["vmtx"]["ellipsis.latin"] = (1000, 880 - glyph.yMax)
    encode(font, 0x2026, "ellipsis.latin")


def rename(font, style):
    """The changed font's own name; copyright, trademark and licence lines stay."""
    full = f"{FAMILY} {style}"
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    linked = FAMILY if style == "Regular" else full
    version = font["name"].getDebugName(5)
    names = {1: linked, 2: "Regular", 3: f"{version};{postscript}", 4: full, 6: postscript, 16: FAMILY, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    font["name"].setName(f"A subset of IBM Plex Sans JP {style}, changed and renamed for the Transpacific app.", 10, 3, 1, 0x409)


def subset(style):
    name = f"IBMPlexSansJP-{style}"
    font = TTFont(f"sans/fonts/complete/woff2/hinted/{name}.woff2", recalcTimestamp=False)
    font.flavor = None
    source = set(font.getBestCmap())
    jis = jis_x_0208()
    wanted = jis | cp932() | {ord(c) for c in EXTRA}
    wanted |= {code for first, last in RANGES for code in range(first, last + 1)}
    added = fill_gaps(font)
    latin_ellipsis(font)
    rename(font, style)
    options = Options(hinting=False, drop_tables=["meta"], layout_features=["ccmp", "kern", "liga", "palt", "vert"], name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    path = OUT / f"{name}.ttf"
    font.save(path)

    have = set(TTFont(path).getBestCmap())
    assert not jis - have, f"JIS X 0208 is not complete: {sorted(jis - have)}"
    assert not (wanted & source) - have, "a wanted character was lost"
    drawn = " ".join(f"U+{code:04X}" for code in added)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(have)} characters ({len(jis)} of JIS X 0208), drawn: {drawn}")


def unpack(name):
    """woff2 to ttf: the same font, only uncompressed."""
    font = TTFont(f"serif/fonts/complete/woff2/{name}.woff2", recalcTimestamp=False)
    font.flavor = None
    path = OUT / f"{name}.ttf"
    font.save(path)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(font.getBestCmap())} characters")


subset("Regular")
subset("SemiBold")
unpack("IBMPlexSerif-Italic")
PYTHON

venv/bin/python make.py "$here"
install -m 644 sans/LICENSE.txt "$here/OFL.txt"
