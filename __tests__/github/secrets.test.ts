import { describe, expect, test } from '@jest/globals';
import { secretsIn } from '../../src/github/secrets.ts';

const ofDatabase = (database: string): string[] => secretsIn(JSON.stringify({ database }));

describe('what no log may show', () => {
  test('is the token', () => {
    expect(secretsIn('{"github-token":"ghs_x"}')).toEqual(['ghs_x']);
  });

  test('is a URL with its password as written, as meant and as encoded, its host and its user', () => {
    const url =
      'postgresql://postgres.abcdefghijklmnop:p%40ss!wörd@aws-0-eu.pooler.supabase.com:6543/postgres';
    expect(ofDatabase(url)).toEqual([
      url,
      'p%40ss!wörd',
      'p@ss!wörd',
      'p%40ss!w%C3%B6rd',
      'postgres.abcdefghijklmnop',
      'aws-0-eu.pooler.supabase.com',
    ]);
  });

  test('is a password in the query too', () => {
    expect(ofDatabase('postgresql://u@h/d?password=hunter%202')).toContain('hunter 2');
  });

  test('is all of what was meant as a URL and is none', () => {
    expect(ofDatabase('checker:hunter2@db.example.com')).toEqual(['checker:hunter2@db.example.com']);
    expect(ofDatabase('mysql://checker:hunter2@host/db')).toContain('hunter2');
  });
});

describe('of the live database', () => {
  const ofLive = (url: string): string[] => secretsIn(JSON.stringify({ mode: 'audit', 'live-url': url }));

  test('the same is hidden as of a disposable one', () => {
    const url = 'postgresql://postgres.abcdefghijklmnop:p%40ss@aws-0-eu.pooler.supabase.com:5432/postgres';
    expect(ofLive(url)).toEqual(ofDatabase(url));
    expect(ofLive(url)).toContain('p@ss');
  });

  test('what is no URL is hidden whole, and its password', () => {
    const words = "host=db.example.com user=u password = 'hunter2 x' dbname=d";
    expect(ofLive(words)).toEqual([words, 'hunter2 x']);
    expect(ofLive('hunter2')).toEqual(['hunter2']);
  });

  test('both are hidden beside each other', () => {
    const both = secretsIn(
      JSON.stringify({ database: 'postgresql://u:one1@h/d', 'live-url': 'postgresql://u:two2@h/d' }),
    );
    expect(both).toEqual(expect.arrayContaining(['one1', 'two2']));
  });
});

describe('what every report needs stays readable', () => {
  test('the words of a database that anybody has', () => {
    const url = 'postgresql://postgres:postgres@localhost:5432/postgres';
    expect(ofDatabase(url)).toEqual([url]);
    const service = 'postgresql://supabase_admin:test@postgres:54322/orders?sslmode=disable';
    expect(ofDatabase(service)).toEqual([service]);
    const address = 'postgresql://postgres:postgres@127.0.0.1:5432/postgres';
    expect(ofDatabase(address)).toEqual([address]);
  });

  test('a password of which nothing is left when it is torn out of words', () => {
    expect(ofDatabase('postgresql://u:abc@h/d')).toEqual(['postgresql://u:abc@h/d']);
  });

  test('where the database is no URL', () => {
    expect(ofDatabase('embedded')).toEqual([]);
    expect(ofDatabase('local-stack')).toEqual([]);
  });
});
