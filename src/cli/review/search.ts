import { createHash } from 'crypto';

/** With fewer mappings, all are seen at a glance. */
export const SEARCHED_FROM = 8;

/** Hides what does not have all words that are typed. The page allows this script, by its hash, and no other. */
const SCRIPT = `
const input = document.querySelector('.search input');
const told = document.querySelector('.found');
const all = [...document.querySelectorAll('article')];
const texts = all.map((article) => article.textContent.toLowerCase());
input.addEventListener('input', () => {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  all.forEach((article, index) => { article.hidden = !words.every((word) => texts[index].includes(word)); });
  document.querySelectorAll('section').forEach((section) => {
    section.hidden = !section.querySelector('article:not([hidden])');
  });
  told.textContent = words.length === 0 ? '' : all.filter((article) => !article.hidden).length + ' of ' + all.length;
});
`;

export const SEARCH_BOX =
  '<label class="search"><span>Search</span><br>' +
  '<input type="search" placeholder="a name, a value, error" autocomplete="off"> <span class="found soft" ' +
  'role="status"></span></label>';

export const SEARCH = `<script>${SCRIPT}</script>`;

export const SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;
