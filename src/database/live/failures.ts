// The table of what can go wrong with a live database: by SQLSTATE, by Node's code or by words, and what helps.
// Poolers have one SQLSTATE for everything, so their words decide. Source of those: supabase/supavisor, lib/supavisor/
// errors; pgbouncer's are tested with the real one. The first row that fits is taken.

import { SESSION_POOLER } from '../../options/live-url.ts';
import { option } from '../../options/table.ts';
import { perSurface, type SurfaceText } from '../../surface.ts';

export interface Failure {
  /** SQLSTATE, or a code of Node's. Any, when absent. */
  codes?: RegExp;
  /** In the message of the server. Any, when absent. */
  said?: RegExp;
  /** What is to be corrected. */
  blames: 'url' | 'surroundings';
  /** The end of a sentence that begins with the database; a function gets what the server said, made harmless. */
  message: string | ((said: string) => string);
  remedy: SurfaceText | ((said: string) => string);
}

const COPY_URL = 'copy the connection string again from the dashboard under Connect';
const GIVE_CA = perSurface`Give the certificate of its authority by ${option('liveCa')}; the dashboard offers it under Database, Settings, SSL configuration.`;
const AGAIN = 'Run again, when nobody changes the database.';

const REACHING: Failure[] = [
  {
    codes: /^(EAI_|ENOTFOUND$)/,
    blames: 'url',
    message: 'cannot be reached: the host of its URL is not known to DNS',
    remedy: `Correct the host, or ${COPY_URL}; a project that was paused or deleted has none.`,
  },
  {
    codes: /^ECONNREFUSED$/,
    blames: 'url',
    message: 'refuses connections: nothing listens at the host and port of its URL',
    remedy: `Start the database, or correct the port, or ${COPY_URL}.`,
  },
  {
    codes: /^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/,
    blames: 'surroundings',
    message: 'cannot be reached: this machine has no route to the host of its URL',
    remedy: `Check the network of this machine. ${SESSION_POOLER}`,
  },
  {
    said: /^timeout expired$/,
    blames: 'surroundings',
    message: 'did not answer within 15 seconds',
    remedy:
      'Check the host and port of the URL, that the project is not paused, and that its network restrictions let this machine in.',
  },
];

const ENCRYPTING: Failure[] = [
  {
    said: /server does not support SSL/,
    blames: 'surroundings',
    message: 'offers no TLS, and the connection is to be encrypted',
    remedy:
      'Switch TLS on in the server; append `sslmode=disable` to the URL only where the network is yours.',
  },
  {
    codes: /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
    blames: 'surroundings',
    message: 'shows a certificate that has expired, or that does not hold yet',
    remedy: 'Renew the certificate of the server, and look at the clock of this machine.',
  },
  {
    codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    blames: 'url',
    message: 'shows a certificate that was made for another host than its URL names',
    remedy:
      'Name the host by the name that the certificate has, or write `sslmode=verify-ca` to verify the authority alone.',
  },
  {
    codes:
      /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_\w+|INVALID_CA|INVALID_PURPOSE)$/,
    blames: 'surroundings',
    message: 'shows a certificate that is signed by nobody who is trusted here',
    remedy: GIVE_CA,
  },
  {
    codes: /^(ERR_SSL_\w+|ERR_TLS_\w+|EPROTO)$/,
    blames: 'surroundings',
    message: 'and this machine agree on no TLS',
    remedy:
      'Check that host and port of the URL are those of PostgreSQL or its pooler, and its release of TLS.',
  },
  {
    said: /establishing an SSL connection/,
    blames: 'url',
    message: 'answers the request for TLS as no PostgreSQL does',
    remedy: `Check the port, or ${COPY_URL}.`,
  },
  {
    said: /no encryption|SSL off|SSL (connection )?is required|SSL required|ESSLREQUIRED/i,
    blames: 'url',
    message: 'takes encrypted connections alone, and the URL forbids encryption',
    remedy: 'Take `sslmode=disable` out of the URL, or write `sslmode=require`.',
  },
];

const ENTERING: Failure[] = [
  {
    codes: /^ASKS_FOR_PASSWORD$/,
    blames: 'surroundings',
    message:
      'asks for the password in clear text, and nothing proves that it is the one that the URL means: it was not told',
    remedy: perSurface`${GIVE_CA} Or let the server ask by SCRAM, as a Supabase project does: \`scram-sha-256\` in its pg_hba.conf.`,
  },
  {
    said: /statement pooling mode/,
    blames: 'url',
    message: 'is behind a pooler in statement mode, which has no transactions',
    remedy: SESSION_POOLER,
  },
  {
    said: /client password must be a string/,
    blames: 'url',
    message: 'asks for a password, and its URL holds none',
    remedy: 'Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded.',
  },
  {
    said: /ECIRCUITBREAKER|circuit breaker/i,
    blames: 'surroundings',
    message: 'lets nobody in for some minutes, after too many attempts with a wrong password',
    remedy: 'Correct the password of the URL, wait some minutes, and run again.',
  },
  {
    said: /tenant or user not found|\(ENOTFOUND\)|no tenant identifier|EINVALIDUSERINFO|user not found|no such user/i,
    blames: 'url',
    message: 'has a pooler that does not know the user of its URL',
    remedy: `Write the user of the pooler as ROLE.PROJECT, for example postgres.<ref>, with the host of the project's region: ${COPY_URL}.`,
  },
  {
    said: /EADDRNOTALLOWED|not in tenant allow_list/i,
    blames: 'surroundings',
    message: 'lets nobody in from the address of this machine',
    remedy:
      'Allow the address in the dashboard under Database, Settings, Network restrictions, or run where it is allowed.',
  },
  {
    said: /pg_hba/,
    blames: 'surroundings',
    message: 'lets this user in from nowhere, or not from the address of this machine',
    remedy: 'Allow user and address in the pg_hba.conf of the server, or take another user.',
  },
  {
    codes: /^(3D000|08P01)$/,
    said: /^(?!.*password).*database/i,
    blames: 'url',
    message: 'does not exist under the name that its URL has after the port',
    remedy: 'Correct the name of the database; that of a Supabase project is `postgres`.',
  },
  {
    codes: /^(28\w{3}|08P01|XX000)$/,
    said: /password|authentication|role .{0,99} does not exist|no PostgreSQL user name|not permitted to log in/i,
    blames: 'url',
    message: 'does not accept the user and the password of its URL',
    remedy:
      'Correct them: percent-encode the password, or reset it in the dashboard under Database, Settings; through the pooler the user is ROLE.PROJECT, for example postgres.<ref>.',
  },
  {
    codes: /^(53300|XX000|08P01)$/,
    said: /too many|max client|EMAXCONN|EMAXPOOLS|slots are reserved|no more connections/i,
    blames: 'surroundings',
    message: 'has no connection left',
    remedy: 'Run again when it is less busy, or give its session pooler a larger pool.',
  },
  {
    codes: /^57P03$/,
    blames: 'surroundings',
    message: 'is starting or stopping',
    remedy: 'Wait until it is up, and run again.',
  },
];

const READING: Failure[] = [
  {
    codes: /^57014$/,
    said: /statement timeout/,
    blames: 'surroundings',
    message: 'took longer for one statement than it may',
    remedy: perSurface`Give it more seconds by ${option('liveTimeout')}, or run when it is less busy.`,
  },
  {
    codes: /^(57014|40001)$/,
    blames: 'surroundings',
    message: 'broke off a statement of ours, as an administrator or a replica does',
    remedy: AGAIN,
  },
  {
    codes: /^55P03$/,
    blames: 'surroundings',
    message: 'holds a lock on what is to be read, for example a migration that is running',
    remedy: AGAIN,
  },
  {
    codes: /^42501$/,
    said: /row-level security/,
    blames: 'surroundings',
    message: (said) => `would hide rows from the role of its URL: ${said}`,
    remedy:
      'Let the role see all rows, `alter role ROLE bypassrls`: rows that are hidden would count as missing.',
  },
  {
    codes: /^42501$/,
    blames: 'surroundings',
    message: (said) => `does not let the role of its URL read all that is compared: ${said}`,
    remedy: (said) => `Grant it: ${grantFor(said)}.`,
  },
  {
    codes: /^25006$/,
    blames: 'surroundings',
    message: (said) => `was asked to write, and refused: ${said}`,
    remedy: 'Nothing was written. Report this, for no statement of an audit may write.',
  },
  {
    codes: /^(42P01|42703|42704|42883|3F000)$/,
    blames: 'surroundings',
    message: (said) => `was changed while it was read: ${said}`,
    remedy: AGAIN,
  },
  {
    codes: /^XX000$/,
    said: /cache lookup failed|could not (open|find)|does not exist/i,
    blames: 'surroundings',
    message: (said) => `was changed while it was read: ${said}`,
    remedy: AGAIN,
  },
  {
    said: /Query read timeout/,
    blames: 'surroundings',
    message: 'fell silent while it was read',
    remedy: perSurface`Check the network, and run again; ${option('liveTimeout')} gives a statement more seconds.`,
  },
  {
    codes: /^(57P0[125]|25P0[34]|08\w{3}|ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED)$/,
    blames: 'surroundings',
    message: 'broke off the connection',
    remedy:
      'Run again; if it happens again, look at its log, and take the session pooler or a direct connection.',
  },
  {
    said: /Connection terminated|not queryable|EDBHANDLEREXITED|DbHandler exited|connection to database closed/i,
    blames: 'surroundings',
    message: 'broke off the connection',
    remedy:
      'Run again; if it happens again, look at its log, and take the session pooler or a direct connection.',
  },
];

export const FAILURES: readonly Failure[] = [...REACHING, ...ENCRYPTING, ...ENTERING, ...READING];

/** The statement that grants what a refusal names. Tables are named without their schema by it. */
function grantFor(said: string): string {
  const [, kind = '', name = ''] = /^permission denied for (\w+) (.+)$/.exec(said) ?? [];
  if (kind === 'schema') return `\`grant usage on schema ${quoted(name)} to ROLE\``;
  if (/^(table|view|sequence|relation)$/.test(kind))
    return `\`grant select on ${quoted(name)} to ROLE\`, the name with its schema before it`;
  if (kind === 'function') return `\`grant execute on function ${quoted(name)} to ROLE\`, with its arguments`;
  return 'what the server names, to the role of the URL';
}

const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
