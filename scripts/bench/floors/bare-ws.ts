import { WebSocketServer } from 'ws';
import { listen } from '#scripts/bench/floors/listen';

/** The least a server can do on plain `ws`: the same as the Socket.IO floor, with one JSON text a frame. */
const sockets = new WebSocketServer({ server: listen(), perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('message', (bytes: Buffer) => {
    const { id, event, task } = JSON.parse(bytes.toString('utf8'));
    if (event === 'edit') broadcast(JSON.stringify({ event: 'changed', task }));
    socket.send(JSON.stringify({ event: 'answer', id }));
  });
});

function broadcast(text: string): void {
  for (const client of sockets.clients) client.send(text);
}
