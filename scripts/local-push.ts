/** The push service of the server's tests, for whoever starts a server as an operator would. */
export { type PushService, startPushService } from '../sync-server/testing/local-push.ts';
