# The box of preferences.

settings-title = 設定
settings-done = 完了
settings-language = 言語
# Follow the language, or the light or dark theme, of the system.
settings-system = システムに合わせる
# In its own language in every language.
settings-english = English
# In its own language in every language.
settings-japanese = 日本語
settings-theme = 配色
settings-light = 明るい
settings-dark = 暗い
settings-contrast-light = 高コントラスト（明るい）
settings-contrast-dark = 高コントラスト（暗い）
settings-text-size = 文字の大きさ
settings-motion = 動き
settings-less-motion = 動きを減らす（移動や切り替えの動きなし）
settings-axis = 時間の軸
settings-era-ruler = 元号の目盛り
settings-wheel = マウスホイール
settings-wheel-zooms = 拡大縮小
settings-wheel-pans = 時間を移動
settings-saving = 保存
settings-autosave = 変更のたびに自動で保存
settings-citations = 出典表記の形式
settings-sample = 見本
settings-sample-link = クリックできるもの
