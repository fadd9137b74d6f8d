/** The plan that stands: the latest, unless it was cancelled in the agenda. Plans come newest first. */
export function standingPlan<P extends { cancellation: unknown }>(plans: readonly P[]): P | null {
  const [latest] = plans
  return latest && !latest.cancellation ? latest : null
}
