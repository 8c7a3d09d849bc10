/**
 * Runs something with the next frame, where the page is laid out anyway: a focus set before it would have all of it laid
 * out at once, and maybe again after the next change. Returns how to take it back.
 */
export function withNextFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}
