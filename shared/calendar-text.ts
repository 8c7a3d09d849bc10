import type { CalendarComponent } from './calendar-component.ts';
import { joinNotes } from './imported-document.ts';

/**
 * What an entry says in words: its description, comments, place, links and attachments, one paragraph each. Links that the
 * description holds already are not repeated. `isFileLeftOut`: a file is written into the entry itself, which notes cannot hold.
 */
export function calendarNotes(component: CalendarComponent): {
  paragraphs: string[];
  isFileLeftOut: boolean;
} {
  const texts = (name: string) => component.values(name).map(({ text }) => plainText(text).trim());
  const said = ['description', 'comment', 'contact', 'resources'];
  const description = joinNotes(said.flatMap(texts));
  const attached = component.values('attach');
  const links = ['url', 'conference', 'x-google-conference'].flatMap(texts);
  const addresses = attached.filter(({ text, type }) => type === 'uri' && /^https?:/i.test(text));
  const all = [...links, ...addresses.map(({ text }) => text)];
  const places = texts('location').map((place) => (place === '' ? '' : `📍 ${place}`));
  return {
    paragraphs: [
      description,
      ...places,
      ...new Set(all.filter((link) => !description.includes(link))),
    ],
    isFileLeftOut: addresses.length < attached.length,
  };
}

const markup = /<(?:br|p|a|b|i|u|ul|ol|li|span|div|html|h[1-6])(?:\s[^<>]*)?\/?>/i;

/** Text without the HTML that some calendars write into it; a text without a tag stays as it is. */
function plainText(text: string): string {
  if (!markup.test(text)) return text;
  return text
    .replace(/<a\s[^<>]*>[^<]*<\/a>/gi, (whole: string) => {
      const tagEnd = whole.indexOf('>');
      const link = /\shref="([^"]*)"/i.exec(whole.slice(0, tagEnd))?.[1];
      const name = whole.slice(tagEnd + 1, -'</a>'.length);
      if (link === undefined) return name;
      return link === name || name === '' ? link : `${name} (${link})`;
    })
    .replace(/<li(?:\s[^<>]*)?>/gi, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/ul|\/ol|\/h[1-6])(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities.get(name) ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
]);
