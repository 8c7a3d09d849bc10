import type { RouterInstance } from '@koa/router';
import type Koa from 'koa';

/** What the steps of a request leave for those behind them. */
export interface ApiState {
  /** UUID of the request: in `X-Request-Id`, in problems as `instance`, and in the log. */
  requestId: string;
  /** `false` where a handler wants its answer sent as it is, because packing would cost more than sending. */
  compress?: boolean;
}

/** The Koa context that http steps and endpoints take; logic below them takes values. */
export type ApiContext = Koa.ParameterizedContext<ApiState>;

/** A step of every request. */
export type ApiMiddleware = Koa.Middleware<ApiState>;

/** The one router of the server; endpoints add their routes to it. */
export type ApiRouter = RouterInstance<ApiState>;
