/** The push services of the browsers there are: a server that sends to whatever address it is given attacks others for them. */
const knownHosts: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^jmt17\.google\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^([a-z0-9-]+\.)*push\.apple\.com$/,
  /^([a-z0-9-]+\.)*notify\.windows\.com$/,
];

/**
 * Whether messages may be sent to an endpoint: of a known service by https, or of a host that the settings name, such as
 * `push.example.org` or `127.0.0.1:8080`, which may be without encryption of the way, as on a test bench.
 */
export function mayPushTo(endpoint: string, ownHosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, host, port, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  if (ownHosts.includes(host)) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && port === '' && knownHosts.some((known) => known.test(hostname));
}
