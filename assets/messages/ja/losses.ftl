# What is lost between two file formats, in reports of import and export.
