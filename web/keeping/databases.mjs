// A browser's databases: opened and removed with an answer, and written in transactions that are done as a whole or not at
// all.
//
// Does not know what is in them.
import { deleteDB, openDB } from 'idb';
import { askOnceMore, unlessClosed } from './answers.mjs';

/** @import {IDBPDatabase, IDBPTransaction} from 'idb' */
/** @typedef {IDBPTransaction<unknown, string[], 'readwrite'>} Writing */
/** @typedef {(promise: Promise<unknown>) => void} Ask */

/** What kind of failure it is. */
export const nameOf = (/** @type {unknown} */ error) => /** @type {Error} */ (error).name;

/**
 * As openDB().
 * @type {(...values: Parameters<typeof openDB>) => Promise<IDBPDatabase>}
 */
export const openAnswered = (...values) => askOnceMore(() => openDB(...values), (db) => db.close());

/**
 * Removes a database. Where another tab has it open it goes once that is closed.
 * @type {(name: string) => Promise<void>}
 */
export const remove = (name) => askOnceMore(() => new Promise((done, fail) => { deleteDB(name, { blocked: () => done() }).then(done, fail); }));

/**
 * What act() hands to ask() is done in one transaction as a whole or not at all: half of a state is never kept.
 * @param {Writing} transaction
 * @param {(ask: Ask) => void} act
 */
export async function allOrNothing(transaction, act) {
  /** @type {Promise<unknown>[]} */
  const asked = [];
  const ask = (/** @type {Promise<unknown>} */ promise) => {
    promise.catch(() => {}); // All of them are waited for below, unless one throws at once.
    asked.push(promise);
  };
  try {
    ask(transaction.done);
    act(ask);
    transaction.commit?.();
    await unlessClosed(transaction.db, Promise.all(asked));
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It is over already.
    }
    throw error;
  }
}
