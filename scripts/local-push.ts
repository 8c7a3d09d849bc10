/** The push service of the server's tests, for whoever starts a server as an operator would. */
export { type PushService, startPushService } from '#server/testing/local-push';
