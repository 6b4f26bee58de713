/** Thrown where what people wrote cannot be built. Its message says where and what to do, so it is shown as it is. */
export class BuildError extends Error {}
