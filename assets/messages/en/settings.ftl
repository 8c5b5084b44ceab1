# The box of preferences.

settings-title = Settings
settings-done = Done
settings-language = Language
# Follow the language, or the light or dark theme, of the system.
settings-system = As the system
# In its own language in every language.
settings-english = English
# In its own language in every language.
settings-japanese = 日本語
settings-theme = Theme
settings-light = Light
settings-dark = Dark
settings-contrast-light = High contrast, light
settings-contrast-dark = High contrast, dark
settings-text-size = Size of text
settings-motion = Motion
settings-less-motion = Less motion: nothing flies or fades
settings-axis = The axis
settings-era-ruler = Japanese eras along the axis
settings-wheel = The mouse wheel
settings-wheel-zooms = Zooms
settings-wheel-pans = Moves through time
settings-saving = Saving
settings-autosave = Save by itself after each change
settings-citations = Form of citations
settings-sample = Sample
settings-sample-link = What can be clicked
