/** Where a link of the form `web+taskflow:…` leads: to a view, or to the line for a new task with words in it. */
export type LinkTarget = { name: 'view'; path: string } | { name: 'add'; text: string };

const scheme = 'web+taskflow:';
const views = ['today', 'upcoming', 'calendar', 'all', 'board', 'projects', 'labels', 'statistics'];
const id = /^[\w-]{1,64}$/;

/**
 * Reads a link of another app: `today` and the other views, `inbox`, `search?q=`, `task/<id>`, `project/<id>` and
 * `add?text=`. Undefined for what leads nowhere. A link only shows; nothing is written before the person says so.
 */
export function readLink(link: string): LinkTarget | undefined {
  if (!link.toLowerCase().startsWith(scheme)) return undefined;
  // With and without slashes: apps that make links out of addresses add them.
  const rest = link.slice(scheme.length).replace(/^\/*/, '');
  const queryAt = `${rest}?`.indexOf('?');
  const [path, query] = [rest.slice(0, queryAt), rest.slice(queryAt + 1)];
  const [name = '', of = ''] = path.replace(/\/+$/, '').split('/');
  const params = new URLSearchParams(query);
  if (name === '' || name === 'inbox') return { name: 'view', path: '/dashboard' };
  if (views.includes(name)) return { name: 'view', path: `/${name}` };
  if (name === 'add') return { name: 'add', text: params.get('text') ?? '' };
  if (name === 'search') {
    const asked = new URLSearchParams({ q: params.get('q') ?? '' });
    return { name: 'view', path: `/search?${asked}` };
  }
  if (name === 'task' && id.test(of)) return { name: 'view', path: `/all?task=${of}` };
  if (name === 'project' && id.test(of)) return { name: 'view', path: `/project/${of}` };
  return undefined;
}
