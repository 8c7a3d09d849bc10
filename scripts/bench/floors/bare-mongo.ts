import { MongoClient } from 'mongodb';
import { Server } from 'socket.io';
import { listen } from '#scripts/bench/floors/listen';

/**
 * The least a server with a database can do: one durable insert a write, then the broadcast of the Socket.IO floor;
 * and one find, sent as it comes. No merging, numbering, rights or parsing.
 */
const client = new MongoClient(process.env['BENCH_MONGODB_URL'] ?? '', {
  writeConcern: { w: 'majority', journal: true },
  maxPoolSize: 50,
});
const database = client.db();

const server = listen((_request, response) => {
  void database
    .collection('tasks')
    .find({})
    .toArray()
    .then((tasks) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(tasks));
    });
});

const io = new Server(server, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('edit', async (task: object, acknowledge: (answer: object) => void) => {
    await database.collection('edits').insertOne({ task });
    io.to('room').emit('changed', task);
    acknowledge({ ok: true });
  });
  socket.on('create', async (task: object, acknowledge: (answer: object) => void) => {
    await database.collection('edits').insertOne({ task });
    acknowledge({ ok: true });
  });
});
