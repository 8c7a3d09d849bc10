import {
  createSocketTransport,
  type SocketTransport,
  type SocketTransportPorts,
} from '#client/sync/socket-transport.ts';
import type { Cancel } from '#client/sync/scheduler.ts';
import type { LiveConnection, LiveEvent } from '#client/sync/sync-transport.ts';
import type { DeviceNetwork } from './device-network.ts';

/** The app's own socket over a network whose server may change, and which may go away. */
export function createSwitchedSocket(
  network: DeviceNetwork,
  ports: Omit<SocketTransportPorts, 'url'>,
): SocketTransport {
  return new SwitchedSocket(network, ports);
}

class SwitchedSocket implements SocketTransport {
  readonly #network: DeviceNetwork;
  readonly #ports: Omit<SocketTransportPorts, 'url'>;
  readonly #connectionListeners = new Set<(isConnected: boolean) => void>();
  readonly #eventListeners = new Map<string, Set<(event: LiveEvent) => void>>();
  readonly #workspacesListeners = new Set<() => void>();
  #inner: SocketTransport;
  #url: string;
  #isWanted = false;
  #endChanges: Cancel = () => undefined;

  constructor(network: DeviceNetwork, ports: Omit<SocketTransportPorts, 'url'>) {
    this.#network = network;
    this.#ports = ports;
    this.#url = network.url;
    this.#inner = this.#open();
  }

  start(): void {
    this.#isWanted = true;
    this.#endChanges = this.#network.onChange(() => this.#switch());
    if (this.#network.isOnline) this.#inner.start();
  }

  stop(): void {
    this.#isWanted = false;
    this.#endChanges();
    this.#inner.stop();
  }

  connectNow(): void {
    if (this.#network.isOnline) this.#inner.connectNow();
  }

  heard(): void {
    if (this.#network.isOnline) this.#inner.heard();
  }

  isConnected(): boolean {
    return this.#inner.isConnected();
  }

  onConnection(listener: (isConnected: boolean) => void): Cancel {
    this.#connectionListeners.add(listener);
    return () => void this.#connectionListeners.delete(listener);
  }

  onWorkspaces(listener: () => void): Cancel {
    this.#workspacesListeners.add(listener);
    return () => void this.#workspacesListeners.delete(listener);
  }

  onEvent(workspaceId: string, listener: (event: LiveEvent) => void): Cancel {
    const listeners = this.#eventListeners.get(workspaceId) ?? new Set();
    if (!this.#eventListeners.has(workspaceId)) this.#forward(this.#inner, workspaceId);
    this.#eventListeners.set(workspaceId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  join(request: Parameters<LiveConnection['join']>[0]) {
    return this.#inner.join(request);
  }

  leave(request: Parameters<LiveConnection['leave']>[0]): void {
    this.#inner.leave(request);
  }

  push(request: Parameters<LiveConnection['push']>[0]) {
    return this.#inner.push(request);
  }

  #open(): SocketTransport {
    const inner = createSocketTransport({ ...this.#ports, url: this.#url });
    inner.onConnection((isConnected) => {
      if (inner !== this.#inner) return;
      for (const listener of this.#connectionListeners) listener(isConnected);
    });
    inner.onWorkspaces(() => {
      for (const listener of this.#workspacesListeners) listener();
    });
    for (const workspaceId of this.#eventListeners.keys()) this.#forward(inner, workspaceId);
    return inner;
  }

  #forward(inner: SocketTransport, workspaceId: string): void {
    inner.onEvent(workspaceId, (event) => {
      for (const listener of this.#eventListeners.get(workspaceId) ?? []) listener(event);
    });
  }

  /** The old connection is told to have ended before the new one begins. */
  #switch(): void {
    this.#inner.stop();
    if (this.#network.url !== this.#url) {
      this.#url = this.#network.url;
      this.#inner = this.#open();
    }
    if (this.#isWanted && this.#network.isOnline) this.#inner.start();
  }
}
