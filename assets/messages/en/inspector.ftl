# The panel that reads an event, its sources and its links, and the article.

