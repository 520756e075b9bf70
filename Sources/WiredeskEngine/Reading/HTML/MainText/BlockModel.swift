/// The trained weights of `BlockClassifier`, in the form that `TreeEnsemble` reads.
enum BlockModel {}
