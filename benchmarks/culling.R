# Culling with glmnet: Rscript culling.R FOLDER cv dense|sparse
#                      Rscript culling.R FOLDER tight THRESH ALPHA LAMBDAS_FILE
# FOLDER holds the problem as problems.py writes it. Prints key=value; leaves paths as plain doubles.
suppressMessages(library(glmnet))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
at <- function(name) file.path(folder, name)
shape <- scan(at("shape.txt"), quiet = TRUE)
n <- shape[1]
p <- shape[2]
X <- matrix(as.double(readBin(at("columns.u8"), "raw", n * p)), n, p)
y <- readBin(at("counts.f64"), "double", n)

if (arguments[2] == "cv") {
  foldid <- readBin(at("folds.i32"), "integer", n)
  if (arguments[3] == "sparse") X <- Matrix(X, sparse = TRUE)
  invisible(gc())
  began <- proc.time()
  fits <- lapply(c(0.8, 0.95), function(alpha) {
    cv.glmnet(X, y, family = "poisson", alpha = alpha, foldid = foldid, lower.limits = 0)
  })
  took <- proc.time() - began
  best <- which.min(sapply(fits, function(fit) min(fit$cvm)))
  chosen <- fits[[best]]
  column <- which(chosen$lambda == chosen$lambda.min)
  for (k in 1:2) {
    fit <- fits[[k]]$glmnet.fit
    writeBin(fit$lambda, at(sprintf("glmnet_lambda_%d.f64", k)))
    writeBin(as.vector(rbind(fit$a0, as.matrix(fit$beta))), at(sprintf("glmnet_path_%d.f64", k)))
  }
  cat(sprintf("seconds=%.3f\nprocessor=%.3f\nalpha=%g\nlambda=%.12g\nindex=%d\nsurvivors=%d\ndeviance=%.12g\n",
              took[["elapsed"]], sum(took[1:2]), c(0.8, 0.95)[best], chosen$lambda.min, column - 1,
              sum(chosen$glmnet.fit$beta[, column] != 0), min(chosen$cvm)))
} else {
  lambda <- readBin(arguments[5], "double", 1000)
  began <- proc.time()[["elapsed"]]
  glmnet.control(fdev = 0, devmax = 1)
  fit <- glmnet(X, y, family = "poisson", alpha = as.numeric(arguments[4]), lambda = lambda,
                lower.limits = 0, thresh = as.numeric(arguments[3]), maxit = 1e7)
  writeBin(as.vector(rbind(fit$a0, as.matrix(fit$beta))), at("glmnet_tight.f64"))
  cat(sprintf("seconds=%.3f\nlambdas=%d\n", proc.time()[["elapsed"]] - began, length(fit$lambda)))
}
