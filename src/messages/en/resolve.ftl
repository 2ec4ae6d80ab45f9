### What `collab resolve` says beside its answers.

resolve-no-registry = `collab resolve` needs a registry. Remove --authority none and --registry none, or name one with --registry FILE.
resolve-no-column = no column “{ $header }”; the columns are { $known }
