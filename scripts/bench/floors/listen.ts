import { createServer, type RequestListener, type Server } from 'node:http';

/** An http server of a floor on `PORT`; `/ready` says that it listens, everything else is `handle`'s. */
export function listen(handle: RequestListener = refuse): Server {
  const server = createServer((request, response) => {
    if (request.url === '/ready') response.end();
    else handle(request, response);
  });
  server.listen(Number(process.env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
  return server;
}

function refuse(...[, response]: Parameters<RequestListener>): void {
  response.statusCode = 404;
  response.end();
}
