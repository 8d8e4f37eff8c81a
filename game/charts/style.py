"""How a page looks, on the screen and on A4."""

from typing import Final

from game.charts.colours import INK, PAGE, PANEL, QUIET, RECESS, RULE

STYLE: Final = f"""\
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; max-width: 62rem; padding: 1.5rem; background: {PAGE}; color: {INK};
  font: 1rem/1.45 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }}
h1, h2 {{ font-family: Spectral, Georgia, "Times New Roman", serif; font-weight: 600;
  line-height: 1.2; }}
h1 {{ margin: 0 0 .4rem; }}
header ul {{ margin: 0; padding: 0; list-style: none; color: {QUIET}; }}
nav {{ margin: 1rem 0; padding: .1rem 1rem .6rem; background: {RECESS}; }}
nav h2 {{ font-size: 1rem; margin: .5rem 0 .2rem; }}
nav ol {{ columns: 2; margin: 0; padding-left: 1.5rem; }}
a {{ color: inherit; }}
section {{ margin: 1.5rem 0; padding: .3rem 1.2rem 1rem; background: {PANEL};
  border: 1px solid {RULE}; }}
figure {{ margin: .8rem 0; }}
figure svg {{ max-width: 100%; height: auto; display: block; }}
figcaption {{ color: {QUIET}; font-size: .9rem; }}
pre {{ background: {RECESS}; padding: .5rem .8rem; overflow-x: auto; }}
.wide {{ overflow-x: auto; }}
.blank {{ height: 8mm; border-bottom: 1px solid {RULE}; }}
.n {{ color: {QUIET}; margin-right: .3rem; }}
.fill {{ width: 100%; }}
.fill td:empty {{ height: 11mm; }}
ul, ol {{ margin: .3rem 0; padding-left: 1.3rem; }}
table {{ border-collapse: collapse; margin: .8rem 0; font-size: .9rem;
  font-variant-numeric: tabular-nums; }}
caption {{ text-align: left; font-weight: 600; padding: .2rem 0; }}
th, td {{ padding: .15rem .6rem; border-bottom: 1px solid {RULE}; text-align: right;
  vertical-align: top; white-space: nowrap; }}
th {{ font-weight: 600; }}
tbody th {{ font-weight: 400; }}
.w {{ text-align: left; white-space: normal; min-width: 7rem; }}
@page {{ size: A4; margin: 16mm 14mm; @bottom-right {{ content: counter(page);
  font: 8pt sans-serif; color: {QUIET}; }} }}
@media print {{
  body {{ max-width: none; padding: 0; background: none; font-size: 9.5pt; }}
  section {{ border: none; padding: 0; background: none; margin: .6rem 0; }}
  nav {{ background: none; border: 1px solid {RULE}; }}
  .wide {{ overflow: visible; }}
  table {{ font-size: 8pt; }}
  th, td {{ white-space: normal; padding: .1rem .35rem; }}
  h2 {{ break-after: avoid; font-size: 13pt; margin: .8rem 0 .2rem; }}
  .w {{ min-width: 4rem; }}
  p, li {{ orphans: 2; widows: 2; }}
  p:has(+ .wide) {{ break-after: avoid; }}
  figure, tr, li, .short {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
"""
