import { Server } from 'socket.io';
import { listen } from '#scripts/bench/floors/listen';

/** The least a Socket.IO server can do: broadcast what one client sends, answer it, keep nothing. */
const io = new Server(listen(), { transports: ['websocket'], serveClient: false });
io.engine.on('connection', (connection: { request: unknown }) => {
  connection.request = null;
});
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('edit', (task: unknown, acknowledge: (answer: object) => void) => {
    io.to('room').emit('changed', task);
    acknowledge({ ok: true });
  });
  socket.on('create', (_task: unknown, acknowledge: (answer: object) => void) => {
    acknowledge({ ok: true });
  });
});
