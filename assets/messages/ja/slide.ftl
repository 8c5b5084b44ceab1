# Slides, and what the picture of the timeline says in words of its own.

## src/scene/slide/wording.rs: slides

slide-led-to = につながった
slide-result-of = の結果
slide-response-to = への対応
slide-answered-by = 対応
slide-amended-by = による改正
slide-amends = を改正
slide-replaced-by = に交代
slide-replaces = に代わる
slide-part-of = の一部
slide-includes = を含む
slide-follows = に続く
slide-followed-by = が続く
slide-recalls = を想起
slide-recalled-by = が想起
slide-see-also = 関連
slide-supports = 裏づけ
slide-disputes = 異論
slide-context = 背景
slide-progress = { $step } / { $count }
slide-earlier = ほか{ $count }件

## src/scene/captions.rs: beside a lane, how many of its events show with their names

slide-lane-off = 非表示
slide-lane-waits = 配置中
slide-lane-empty = この期間になし
slide-lane-named = 名称{ $named }件
slide-lane-named-and-more = 名称{ $named }件, ほか{ $more }件
slide-lane-named-and-ticks = 名称{ $named }件, ほか{ $ticks }件
slide-lane-named-of = { $all }件中{ $named }件
slide-lane = { $title }: { $said }

## src/scene/mod.rs: spoken names, which show when the mouse hovers too

slide-event-kept = { $event }（以前の内容。現在は読み取れません）
slide-close-together = 密集した出来事{ $events }
slide-from-before = この表示より前から続く出来事{ $events }
slide-after = この表示より後かもしれない出来事{ $events }

## src/scene/overview.rs: beside the strip below the lanes

slide-overview = 全体
slide-overview-hint = ドラッグで移動

## src/scene/ruler.rs: beside the ruler of the Japanese eras, in as much room as the names of categories have

slide-era-ruler = 元号
