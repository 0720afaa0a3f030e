/** Failures whose usual cause and remedy are known. */
export type ErrorKind =
  | 'quota'
  | 'overloaded'
  | 'rate-limit'
  | 'content-filter'
  | 'timeout'
  | 'context-length'
  | 'too-large'
  | 'media'
  | 'model-not-found'
  | 'model-retired'
  | 'not-found'
  | 'authentication'
  | 'permission'
  | 'invalid-request'
  | 'connection'
  | 'server';
