/** The look of the page, in light and in dark. Texts have a contrast of at least 4.5 to what is behind them. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --back: #ffffff; --box: #f6f8fa; --mark: #0969da;
  --fail: #b62324; --warn: #7d4e00; --good: #116329; --fail-back: #ffebe9; --warn-back: #fff8c5; --good-back: #dafbe1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #f0f6fc; --soft: #a5adb6; --line: #3d444d; --back: #0d1117; --box: #151b23; --mark: #58a6ff;
    --fail: #ff9892; --warn: #e3b341; --good: #6fdd8b; --fail-back: #2d1416; --warn-back: #272115; --good-back: #12261e;
  }
}
* { box-sizing: border-box }
body {
  margin: 0 auto;
  max-width: 100rem;
  padding: 1.5rem 1rem 4rem;
  background: var(--back);
  color: var(--text);
  font: 15px/1.5 system-ui, sans-serif;
}
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2.5rem 0 0.8rem; overflow-wrap: anywhere }
h3 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere } h4 { font-size: 0.9rem; margin: 1rem 0 0.3rem }
p { margin: 0.3rem 0 }
a { color: var(--mark); overflow-wrap: anywhere }
code { font-size: 0.9em; overflow-wrap: anywhere }
.soft { color: var(--soft) }
.search { display: block; margin: 1rem 0 0 }
.search input {
  width: min(100%, 30rem);
  padding: 0.5rem 0.7rem;
  font: inherit;
  color: inherit;
  background: var(--back);
  border: 1px solid var(--soft);
  border-radius: 6px;
}
article { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 0 0 1rem }
article[hidden], section[hidden] { display: none }
.head { display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: baseline }
.badge {
  border-radius: 1rem;
  padding: 0 0.6rem;
  font-size: 0.8rem;
  border: 1px solid currentColor;
  white-space: nowrap;
}
.error, .removed { color: var(--fail) } .warning, .changed { color: var(--warn) } .added, .notice { color: var(--good) }
dl {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
  gap: 0.6rem 1.2rem;
  margin: 0.8rem 0 0;
}
dt { color: var(--soft); font-size: 0.85em } dd { margin: 0; overflow-wrap: anywhere }
del { color: var(--fail); background: var(--fail-back); padding: 0 0.2rem }
ins { color: var(--good); background: var(--good-back); text-decoration: none; padding: 0 0.2rem }
.notes { list-style: none; padding: 0; margin: 0.3rem 0 }
.notes li { margin: 0.3rem 0; padding: 0.4rem 0.7rem; border-left: 3px solid currentColor; overflow-wrap: anywhere }
.notes li > * { color: var(--text) } .notes li > .soft { color: var(--soft) } .notes li > a { color: var(--mark) }
.notes li.error { background: var(--fail-back) }
.notes li.warning { background: var(--warn-back) }
.notes li.notice { background: var(--good-back) }
.notes li.error > .soft, .notes li.warning > .soft, .notes li.notice > .soft { color: var(--text) }
.happens { padding-left: 1.2rem; margin: 0.3rem 0 } .happens li { margin: 0.3rem 0; overflow-wrap: anywhere }
`;
