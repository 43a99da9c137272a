// The one door to Temporal: Node 24 and some browsers lack it, so the polyfill stands behind this line until they have it.
export { Temporal } from 'temporal-polyfill';
