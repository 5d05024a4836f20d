import type { ConsentTemplate } from './consent-template.ts';

/** RULE-24. `waiting`: abroad and not yet decided on; `refused` may be decided on again, `closed` is for good. */
export type ResourceState = 'waiting' | 'allowed' | 'refused' | 'closed';

export type ResourceRefusal = 'resource.state' | 'resource.already-so';

const HOME = 'RU';

/** A place at home may be used as it is entered; one abroad waits for the data protection officer. */
export function stateOfNew(country: string): ResourceState {
  return country === HOME ? 'allowed' : 'waiting';
}

/** The officer's yes or no, also a later one: what was allowed may be forbidden. */
export function decideResource(state: ResourceState, allowed: boolean): ResourceState | ResourceRefusal {
  if (state === 'closed') return 'resource.state';
  const after = allowed ? 'allowed' : 'refused';
  return after === state ? 'resource.already-so' : after;
}

export function closeResource(state: ResourceState): ResourceState | ResourceRefusal {
  return state === 'closed' ? 'resource.state' : 'closed';
}

/**
 * One key for one place: letters of the host in either case, slashes at the end and `www.` make no other place; the path
 * keeps its case, as servers do.
 */
export function resourceKey(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)?([^/?#]*)(.*)$/isu.exec(address.trim()) ?? [];
  const known = scheme === '' ? '' : 'https://';
  return `${known}${host.toLowerCase().replace(/^www\./u, '')}${rest.replace(/[\s/]+$/u, '')}`;
}

/** The wording with the places that may be offered today (RULE-20, RULE-24). */
export function withAllowedPlaces(template: ConsentTemplate, allowed: readonly string[]): ConsentTemplate {
  if (template.resources.length === 0) return template;
  const keys = new Set(allowed.map(resourceKey));
  return { ...template, resources: template.resources.filter(({ address }) => keys.has(resourceKey(address))) };
}
