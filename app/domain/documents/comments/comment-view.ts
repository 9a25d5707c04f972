/** One thing said in a comment's thread. */
export interface RemarkView {
  id: string;
  /** Null when its author took it back. */
  text: string | null;
  by: string;
  saidAt: Date;
  correctedAt: Date | null;
  withdrawnAt: Date | null;
  /** Whom it is for, by name. */
  addressedTo: string[];
  /** Whether the person who looks wrote it, and so may put it right. */
  mine: boolean;
  /** What a detector found in it: "phone number (•••• 456)". */
  found: string[];
}

/** A comment on a section with everything said in its thread. */
export interface CommentView {
  id: string;
  section: { id: string; title: string; removed: boolean };
  openedBy: string;
  openedAt: Date;
  /** When the section's title or text changed after the comment was made: the last save, and by whom. */
  changedSince: { at: Date; by: string | null } | null;
  resolved: { at: Date; by: string } | null;
  remarks: RemarkView[];
  mayResolve: boolean;
}

/** Somebody whom a remark can be for. */
export interface Reader {
  personId: string;
  name: string;
  /** The offices held here: "Partnership chair". */
  role: string;
}
