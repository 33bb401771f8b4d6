import { z } from 'zod'
import { waySchema } from './vault'

/** Why a file is no backup that can be used. */
export const backupRefusalSchema = z.enum(['notABackup', 'damaged', 'newer'])
export type BackupRefusal = z.infer<typeof backupRefusalSchema>

/** Why a folder cannot take copies. */
export const backupFolderProblemSchema = z.enum(['notAbsolute', 'missing', 'notWritable', 'insideVault'])
export type BackupFolderProblem = z.infer<typeof backupFolderProblemSchema>

/** The instant of a backup, in UTC, as its name: nothing personal stands in it. */
export const backupNameSchema = z.string().regex(/^\d{8}T\d{9}Z\.brbackup$/)

/** A backup in the vault's own folder, or the file picked in the page. */
export const backupPlaceSchema = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('vault'), name: backupNameSchema }),
  z.strictObject({ in: z.literal('picked') }),
])
export type BackupPlace = z.infer<typeof backupPlaceSchema>

/** `automatic`: daily, kept for a while. `manual` and `beforeRestore` stay until they are deleted. */
export const backupKindSchema = z.enum(['automatic', 'manual', 'beforeRestore'])
export type BackupKind = z.infer<typeof backupKindSchema>

const instantSchema = z.int().min(0)

export const backupEntrySchema = z.strictObject({
  name: backupNameSchema,
  bytes: z.int().min(0),
  kind: backupKindSchema,
  savedAt: instantSchema,
  /** When it last opened whole; null when it did not. */
  verifiedAt: instantSchema.nullable(),
  /** What it opens with, and whether that is the password or code of today. */
  slots: z.array(z.strictObject({ way: waySchema, isPresent: z.boolean() })),
  /** Under the master key of today: the open vault reads it without being asked. */
  opensNow: z.boolean(),
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

export const drillSchema = z.strictObject({
  at: instantSchema,
  name: backupNameSchema,
  way: z.enum(['password', 'recovery']),
  /** Whether the case in it is the one that was backed up, figure for figure. */
  isSame: z.boolean(),
})

export const backupsStateSchema = z.strictObject({
  /** Newest first. */
  backups: z.array(backupEntrySchema),
  /** Where copies go, since when one last arrived there, and what keeps them from it now. */
  folder: z
    .strictObject({
      path: z.string(),
      lastCopyAt: instantSchema.nullable(),
      problem: z.enum(['missing', 'failed']).nullable(),
    })
    .nullable(),
  lastDrill: drillSchema.nullable(),
  /** When the next drill is due; null before there was one. */
  drillDueAt: instantSchema.nullable(),
})
export type BackupsState = z.infer<typeof backupsStateSchema>

/** What is in a backup, before anything is decided. */
export const backupPreviewSchema = z.strictObject({
  savedAt: instantSchema,
  loans: z.int(),
  letters: z.int(),
  isThisVault: z.boolean(),
})
export type BackupPreview = z.infer<typeof backupPreviewSchema>
