/** Version of the stored shapes that this build writes; a database with a larger one is not opened (R13). */
export const storeVersion = 1;
