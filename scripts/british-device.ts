/** Tests expect dates as they are written in Britain: whatever the machine speaks, its English is that of there. */
const languages = { value: ['en-GB'], configurable: true };
if ('navigator' in globalThis) Object.defineProperty(navigator, 'languages', languages);
